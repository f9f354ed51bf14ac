import { RedisBus } from '@tidings/redis';
import type { BroadcastContender } from '../contender.js';
import { comesInBursts } from '../task.js';

const common = {
  kind: 'tidings',
  checks: 'both ends',
  packages: ['@tidings/redis'],
  async openSubscriber(url, load, received) {
    const bus = new RedisBus({ url });
    bus.on('gap', ({ reason, count }) => console.error(`tidings told of a gap: ${count} events (${reason})`));
    await load.subscribe(bus, received);
    return { close: () => bus.close() };
  },
} as const satisfies Partial<BroadcastContender>;

/** Tidings, in the ways in which it can be used. */
export const tidingsContenders: readonly BroadcastContender[] = [
  {
    ...common,
    name: 'tidings',
    note: 'tidings: publish for each event, a burst by Promise.all; events are CloudEvents, checked by zod on both ends.',
    async openPublisher(url, load) {
      const bus = new RedisBus({ url });
      return { publish: (event) => load.publish(bus, event), close: () => bus.close() };
    },
  },
  {
    ...common,
    name: 'tidings, publishMany',
    note: 'tidings, publishMany: as tidings, a burst by publishMany.',
    takesPart: comesInBursts,
    async openPublisher(url, load) {
      const bus = new RedisBus({ url });
      return {
        publish: (event) => load.publish(bus, event),
        publishMany: (events) => load.publishMany?.(bus, events) ?? fail(load.name),
        close: () => bus.close(),
      };
    },
  },
];

function fail(load: string): never {
  throw new RangeError(`${load} has several channels: publishMany is for one`);
}
