import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const goesThroughMiddleware: ContractCase = {
  name: 'groups: middleware wraps publishing and handling as for any channel, and what it throws is a failed attempt',
  async run(tools) {
    const bus = tools.bus();
    const [single, batched] = [durableChannel(tools.name('single')), durableChannel(tools.name('batched'))];
    recorded(bus, 'error');
    const log: string[] = [];
    let broken = true;
    bus.use({
      publish: (call, next) => {
        call.attributes.tenant = 'acme';
        return next();
      },
      deliver: async ({ event, events, context }, next) => {
        log.push(
          `${event.channel === single.name ? 'single' : 'batch'} of ${events?.length ?? 1} for ${context.attributes.tenant}`,
        );
        if (broken) {
          broken = false;
          throw new Error('not now');
        }
        await next();
        log.push('done');
      },
    });
    await bus.publish(single, { n: 1 });
    await bus.subscribe(single, ({ attempt }) => void log.push(`attempt ${attempt}`), {
      group: 'workers',
      retry: { minDelayMs: 1 },
    });
    await eventuallyEqual(log, ['single of 1 for acme', 'single of 1 for acme', 'attempt 2', 'done']);
    await bus.publishMany(batched, samples(1, 3));
    await bus.subscribe(batched, (events) => void log.push(`${events.length} events`), { group: 'workers', batch: {} });
    await eventuallyEqual(() => log.slice(4), ['batch of 3 for acme', '3 events', 'done']);
  },
};
