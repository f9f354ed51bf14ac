import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { includes } from '../../src/compare/includes.js';
import { relatives, seed } from './relatives.js';
import { sideOf } from './side-of.js';

/** What is written for something that could have been read: undefined if it could not. */
function written(schema: z.ZodType, wire: unknown): { readonly wire: unknown } | undefined {
  try {
    const data = z.safeDecode(schema, wire as never);
    if (!data.success) return undefined;
    const encoded = z.safeEncode(schema, data.data as never);
    return encoded.success ? { wire: JSON.parse(JSON.stringify(encoded.data)) } : undefined;
  } catch {
    return undefined;
  }
}

function reads(schema: z.ZodType, wire: unknown): boolean {
  try {
    return z.safeDecode(schema, wire as never).success;
  } catch {
    return false;
  }
}

const numRuns = 1_000;

test('what is said to be read is read, and what is said to be refused is refused', { timeout: 300_000 }, () => {
  const verdicts = { yes: 0, no: 0, unknown: 0 };
  fc.assert(
    fc.property(
      relatives.chain(({ one, other, wire }) =>
        fc.record({
          one: fc.constant(one),
          other: fc.constant(other),
          wires: fc.array(wire, { minLength: 8, maxLength: 8 }),
        }),
      ),
      ({ one, other, wires }) => {
        const [writer, reader] = [sideOf(one), sideOf(other)];
        fc.pre(writer !== undefined && reader !== undefined);
        const found = includes(writer, reader);
        const forms = `${JSON.stringify(writer)} read by ${JSON.stringify(reader)}: ${JSON.stringify(found)}`;
        verdicts[found.verdict] += 1;
        if (found.verdict === 'no') {
          expect([reads(one, found.payload), reads(other, found.payload)], forms).toEqual([true, false]);
        }
        for (const wire of wires) {
          const sent = written(one, wire);
          // What a schema writes and does not read is between it and itself.
          if (found.verdict === 'yes' && sent !== undefined && reads(one, sent.wire)) {
            expect(reads(other, sent.wire), `${forms}: ${JSON.stringify(sent.wire)} is written and not read`).toBe(
              true,
            );
          }
        }
      },
    ),
    { numRuns, seed },
  );
  // A comparison that knows nothing would keep the law, too.
  expect(verdicts.yes / numRuns).toBeGreaterThan(0.4);
  expect(verdicts.no / numRuns).toBeGreaterThan(0.2);
});

test('everything reads itself', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(relatives, ({ one }) => {
      const side = sideOf(one);
      fc.pre(side !== undefined);
      expect(includes(side, side)).toEqual({ verdict: 'yes' });
    }),
    { numRuns: numRuns / 4, seed },
  );
});
