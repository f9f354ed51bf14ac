import { MemoryBus } from '@tidings/core';
import { noteChannel, noteWritten } from '../../events/note.js';
import type { Holder, Prepared } from '../holder.js';

/** Subscriptions and events that wait for a handler. */
export const tidings: Holder = {
  name: 'tidings',
  packages: ['@tidings/core'],
  note: 'tidings: MemoryBus; each subscription has a queue of its own, and what waits are decoded events, one copy for all handlers.',
  toOne: (count) => async () => {
    const bus = new MemoryBus();
    for (let each = 0; each < count; each += 1) await bus.subscribe(noteWritten, () => each);
    return { count: () => bus.subscriberCount(noteWritten) };
  },
  toMany: (count) => {
    const channels = channelsOf(count);
    return async () => {
      const bus = new MemoryBus();
      for (const channel of channels) await bus.subscribe(channel, () => channel);
      return { count: () => bus.channels().length };
    };
  },
  buffered: (noteOf, count): Prepared => {
    const bus = new MemoryBus();
    return async () => {
      // The first is never over, so that all others wait.
      const options = { maxQueued: count, handlerTimeoutMs: Number.POSITIVE_INFINITY };
      await bus.subscribe(noteWritten, () => new Promise(() => {}), options);
      await publishAll(bus, count, noteOf);
      return { count: () => bus.health().queued + bus.health().running };
    };
  },
  channels: (count) => () => {
    const channels = channelsOf(count);
    return { count: () => channels.length };
  },
};

/** Events that wait in a stream. */
export const tidingsEvents: Holder = {
  name: 'tidings, events()',
  packages: ['@tidings/core'],
  note: 'tidings, events(): a stream that nobody reads.',
  buffered: (noteOf, count): Prepared => {
    const bus = new MemoryBus();
    return async () => {
      const stream = bus.events(noteWritten, { maxBuffered: count });
      await stream.ready;
      await publishAll(bus, count, noteOf);
      return { count: () => stream.buffered };
    };
  },
};

async function publishAll(bus: MemoryBus, count: number, noteOf: Parameters<NonNullable<Holder['buffered']>>[0]) {
  const together = 500;
  for (let number = 0; number < count; number += together) {
    await bus.publishMany(
      noteWritten,
      Array.from({ length: together }, (_, at) => noteOf(number + at)),
    );
  }
  // They become events only when the bus gets its turn.
  while (bus.health().queued + bus.health().running < count) await new Promise((resolve) => setTimeout(resolve, 1));
}

function channelsOf(count: number): readonly (typeof noteWritten)[] {
  return Array.from({ length: count }, (_, number) => noteChannel(`note.taken.n${number}`) as never);
}
