import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../define/define-channel.js';
import { isTidingsError, type TidingsError } from '../errors/tidings-error.js';
import { MemoryBus } from '../memory/memory-bus.js';
import { MemoryHub } from '../memory/memory-hub.js';
import { TestBus } from '../testing/kit/test-bus.js';

// What plain JavaScript can do, the compiler does not see.
const bus = new MemoryBus() as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
const testBus = new TestBus() as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
const happened = defineChannel('it.happened', z.object({ n: z.int() }));

/** What a call is refused with; it may throw or reject. */
async function refusal(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (isTidingsError(error, 'invalid_option')) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('a call that can not be meant is refused, in words', () => {
  test.each<[string, () => unknown, RegExp]>([
    ['publish(undefined)', () => bus.publish?.(undefined, {}), /got undefined \(if it is imported: do two modules/],
    [
      'publish(name)',
      () => bus.publish?.('it.happened', { n: 1 }),
      /expected what defineChannel returns.* got a string/,
    ],
    [
      'publish(…, null)',
      () => bus.publish?.(happened, { n: 1 }, null),
      /publish options can't be used: expected an object, got null/,
    ],
    [
      'an unknown publish option',
      () => bus.publish?.(happened, { n: 1 }, { corelationId: 'x' }),
      /no option 'corelationId'; there are id/,
    ],
    [
      'a signal that is none',
      () => bus.publish?.(happened, { n: 1 }, { signal: 5 }),
      /signal must be an AbortSignal, not a number/,
    ],
    [
      'causedBy that is no context',
      () => bus.publish?.(happened, { n: 1 }, { causedBy: 'x' }),
      /causedBy must be the context/,
    ],
    [
      'attributes that are none',
      () => bus.publish?.(happened, { n: 1 }, { attributes: null }),
      /attributes must be an object/,
    ],
    ['publishMany of one', () => bus.publishMany?.(happened, { n: 1 }), /the data must be a list/],
    [
      'publishEncoded(channel)',
      () => bus.publishEncoded?.(happened),
      /expected what encode returned, or its body, got undefined/,
    ],
    ['publishEncoded(channel, {})', () => bus.publishEncoded?.(happened, {}), /or its body, got another object/],
    ['encode()', () => bus.encode?.(), /expected what defineChannel returns/],
    ['subscribe without a handler', () => bus.subscribe?.(happened), /the handler must be a function/],
    ['subscribe to nothing', () => bus.subscribe?.([], () => {}), /the list of channels is empty/],
    ['subscribe(…, null)', () => bus.subscribe?.(happened, () => {}, null), /expected an object, got null/],
    [
      'events with an unknown option',
      () => bus.events?.(happened, { size: 1 }),
      /no option 'size'; there are maxBuffered, overflow, signal/,
    ],
    ['unsubscribe()', () => bus.unsubscribe?.(), /expected what defineChannel returns/],
    ['unsubscribe(name)', () => bus.unsubscribe?.('it.happened'), /got a string/],
    ['unsubscribe(channel, 5)', () => bus.unsubscribe?.(happened, 5), /the handler must be the function/],
    ['subscriberCount(name)', () => bus.subscriberCount?.('it.happened'), /got a string/],
    ['close(null)', () => bus.close?.(null), /options of close can't be used: expected an object/],
    ['close(5)', () => bus.close?.(5), /expected an object, got a number/],
    ['close({ timeout })', () => bus.close?.({ timeout: 5 }), /no option 'timeout'; there are drain, timeoutMs/],
    [
      'close({ timeoutMs: -1 })',
      () => bus.close?.({ timeoutMs: -1 }),
      /timeoutMs must be a number of milliseconds from 0/,
    ],
    ['use({})', () => bus.use?.({}), /publish or a deliver function/],
    ['on(unknown)', () => bus.on?.('gaps', () => {}), /no kind "gaps"/],
    ['new MemoryBus(null)', () => new MemoryBus(null as never), /expected an object, got null/],
    ['hub: {}', () => new MemoryBus({ hub: {} as never }), /hub must be a MemoryHub/],
    ['an unknown limit', () => new MemoryBus({ limits: { bytes: 1 } as never }), /no option 'limits.bytes'/],
    ['batch: "yes"', () => new MemoryBus({ batch: 'yes' as never }), /batch,.* expected an object, got a string/],
    ['an unknown batch option', () => new MemoryBus({ batch: { size: 1 } as never }), /no option 'batch.size'/],
    ['waitFor()', () => testBus.waitFor?.(), /expected what defineChannel returns/],
    ['waitFor(channel, 5)', () => testBus.waitFor?.(happened, 5), /the predicate must be a function/],
    [
      'rejectNext of another code',
      () => new TestBus().faults.rejectNext('closed' as never),
      /the code must be 'not_sent'/,
    ],
  ])('%s', async (_, call, expected) => {
    expect(await refusal(call)).toMatch(expected);
  });

  test('and the bus is as it was', () => {
    expect([bus.channels?.(), (bus as unknown as MemoryBus).status]).toEqual([[], 'ready']);
  });

  test('evolve without options is told what is missing', () => {
    expect(() => happened.evolve(z.object({}), undefined as never)).toThrow(/'up' must be a function/);
  });
});

test('a foreign id can not forge a log line: it is printable in messages, and as it came in eventId', async () => {
  const hub = new MemoryHub();
  const own = new MemoryBus({ hub });
  const failed = new Promise<TidingsError>((resolve) => own.on('error', resolve));
  await own.subscribe(happened, () => {
    throw new Error('no');
  });
  const id = 'x\nERROR all is lost\u001b[2J';
  hub.send(happened.name, JSON.stringify({ specversion: '1.0', id, source: '/', type: happened.name, data: { n: 1 } }));
  const { message, eventId } = await failed;
  expect(message).toBe("a handler of 'it.happened' failed with event x\ufffdERROR all is lost\ufffd[2J");
  expect(eventId).toBe(id);
  await own.close();
});
