import { RedisBus } from '@tidings/redis';
import type { DurableContender } from '../contender.js';
import { keyedOrderPlaced, orderPlaced } from '../order.js';

interface Variant {
  readonly name: string;
  readonly note: string;
  readonly keyed: boolean;
  readonly batch: boolean;
}

function contender({ name, note, keyed, batch }: Variant): DurableContender {
  const channel = keyed ? keyedOrderPlaced : orderPlaced;
  return {
    name,
    packages: ['@tidings/redis'],
    note: `${name}: ${note}, checked by zod on both ends; the log keeps the last 250,000 (of a partition).`,
    orders: 1_000_000,
    async openPublisher(url) {
      const bus = new RedisBus({ url });
      return { publish: (orders) => bus.publishMany(channel, [...orders]), close: () => bus.close() };
    },
    async openWorker(url, handled) {
      const bus = new RedisBus({ url });
      bus.on('gap', ({ reason, count }) => fail(`${count} orders were lost (${reason})`));
      if (batch) {
        const options = { group: 'workers', maxQueued: 512, batch: { maxEvents: 256 } };
        await bus.subscribe(channel, (events) => handled(events.length), options);
      } else await bus.subscribe(channel, () => handled(1), { group: 'workers', maxQueued: 512 });
      return { close: () => bus.close() };
    },
  };
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Tidings, in the ways in which it can be used. */
export const tidingsContenders: readonly DurableContender[] = [
  contender({ name: 'tidings', note: 'publishMany of 500, a handler for each event', keyed: false, batch: false }),
  contender({ name: 'tidings, batches', note: 'publishMany of 500, a handler of batches', keyed: false, batch: true }),
  contender({
    name: 'tidings, keyed',
    note: 'the same with an ordering key of 1,000 values',
    keyed: true,
    batch: true,
  }),
];
