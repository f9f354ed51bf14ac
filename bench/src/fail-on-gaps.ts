import type { EventBus } from '@tidings/core';

/** Ends this process, which ends the measurement. */
export function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Ends this process as soon as a bus tells of a loss. */
export function failOnGaps(bus: Pick<EventBus, 'on'>): void {
  bus.on('gap', ({ reason, channel, count }) => {
    fail(`${count ?? 'some'} events of ${channel ?? 'all channels'} were lost (${reason})`);
  });
}
