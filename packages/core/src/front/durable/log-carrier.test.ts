import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogBatch, LogTransport } from '../../transport/log-transport.js';
import { LogCarrier, type LogTarget } from './log-carrier.js';

const target = { key: 'c 0', channel: 'c', partition: 0, log: {} } as LogTarget;

/** What a carrier appends of a frame. */
function appended(frame: LogBatch, entry: { readonly maxEvents: number; readonly maxLength: number }): LogBatch[] {
  const batches: LogBatch[] = [];
  const log = { append: (_log: unknown, _partition: number, some: readonly LogBatch[]) => void batches.push(...some) };
  const carrier = new LogCarrier(log as unknown as LogTransport, true, entry);
  expect(frame.events.length).toBeLessThanOrEqual(carrier.frame.maxEvents);
  carrier.send(target, { events: frame.events, onceKeys: frame.onceKeys });
  return batches;
}

test('a frame becomes entries of as many events as fit, in order, with their keys', () => {
  const frame = { events: ['aaaa', 'bbbb', 'cc', 'd', 'eeeeeeeeeeeeeeee'], onceKeys: [undefined, 'b', undefined, 'd'] };
  expect(appended(frame, { maxEvents: 3, maxLength: 10 })).toEqual([
    { events: ['aaaa', 'bbbb'], onceKeys: [undefined, 'b'] },
    { events: ['cc', 'd'], onceKeys: [undefined, 'd'] },
    { events: ['eeeeeeeeeeeeeeee'], onceKeys: [] },
  ]);
});

test('nothing is lost, repeated or put elsewhere, and no entry is larger than allowed', () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 10, max: 50 }),
      fc.integer({ min: 1, max: 60 }),
      (events, maxEvents, maxLength) => {
        const onceKeys = events.map((event, at) => (at % 3 === 0 ? event : undefined));
        const batches = appended({ events, onceKeys }, { maxEvents, maxLength });
        expect(batches.flatMap((batch) => batch.events)).toEqual(events);
        expect(batches.flatMap((batch) => batch.onceKeys ?? [])).toEqual(onceKeys);
        for (const { events: some } of batches) {
          expect(some.length).toBeGreaterThan(0);
          expect(some.length).toBeLessThanOrEqual(maxEvents);
          if (some.length > 1) expect(some.join(',').length).toBeLessThanOrEqual(maxLength + 1);
        }
      },
    ),
  );
});
