import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../define/define-channel.js';
import { MemoryBus } from '../memory/memory-bus.js';
import { MemoryHub } from '../memory/memory-hub.js';
import { Gate } from '../testing/contract/gate.js';
import type { Clock } from './clock.js';
import { Fifo } from './fifo.js';

const happened = defineChannel('it.happened', z.object({ n: z.int() }));

test('no handler is called after a listener has closed the bus without draining it', async () => {
  const hub = new MemoryHub();
  const bus = new MemoryBus({ hub });
  const received: number[] = [];
  await bus.subscribe(happened, ({ data }) => void received.push(data.n));
  let closing: Promise<void> | undefined;
  bus.on('invalid', () => {
    closing = bus.close({ drain: false });
  });
  hub.send(happened.name, 'nonsense');
  await bus.publish(happened, { n: 1 });
  await vi.waitFor(() => expect(closing).toBeDefined(), 20_000);
  await closing;
  expect([received, bus.health().queued]).toEqual([[], 0]);
});

test('closing a subscription to very many channels does not look at what waits once for each', async () => {
  const channels = Array.from({ length: 500 }, (_, n) => defineChannel(`it.happened.x${n}`, z.object({ n: z.int() })));
  const [, last] = [channels[0], channels.at(-1)];
  if (last === undefined) throw new Error('there are some');
  const bus = new MemoryBus();
  const gate = new Gate();
  const subscription = await bus.subscribe(channels, () => gate.passed);
  await bus.publishMany(
    last,
    Array.from({ length: 1_001 }, (_, n) => ({ n })),
  );
  await vi.waitFor(() => expect(subscription.queued).toBe(1_000), 20_000);
  const looked: number[] = [];
  const { keep } = Fifo.prototype;
  const spy = vi.spyOn(Fifo.prototype, 'keep').mockImplementation(function (this: Fifo<unknown>, test) {
    looked.push(this.size);
    return keep.call(this, test);
  });
  await subscription.close();
  spy.mockRestore();
  expect(looked.reduce((sum, size) => sum + size, 0)).toBe(1_000);
  expect(subscription.queued).toBe(0);
  gate.open();
  await bus.close();
});

test('a bus that is closed, and a subscription that has ended, have no timer left', async () => {
  const timers = new Set<unknown>();
  const clock: Clock = {
    now: () => Date.now(),
    setTimeout: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer) => {
      clearTimeout(timer as ReturnType<typeof setTimeout>);
      timers.delete(timer);
    },
  };
  const bus = new MemoryBus({ clock });
  let handled = 0;
  const handler = async (): Promise<void> => {
    await Promise.resolve();
    handled += 1;
  };
  const ended = await bus.subscribe(happened, handler);
  await bus.publish(happened, { n: 1 });
  await vi.waitFor(() => expect(handled).toBe(1), 20_000);
  expect(timers.size).toBe(1);
  await ended.close();
  expect(timers.size).toBe(0);
  await bus.subscribe(happened, handler);
  await bus.publishMany(happened, [{ n: 2 }, { n: 3 }]);
  await bus.close();
  expect([handled, timers.size]).toEqual([3, 0]);
});
