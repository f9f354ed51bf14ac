import { defineChannel } from '@tidings/core/define';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Answers, Counterexample } from '../../src/compare/answers.js';
import type { Change } from '../../src/compare/change.js';
import { compareContracts } from '../../src/compare/compare-contracts.js';
import type { ContractModel } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';
import { containers, pairs } from './change-pairs.js';

function contractOf(schema: z.ZodType): ContractModel {
  const value = defineChannel('order.placed', schema);
  return readContract({ contract: 'orders', channels: [{ file: 'a.ts', exportName: 'orderPlaced', value }] });
}

function changesBetween(before: z.ZodType, after: z.ZodType): readonly Change[] {
  return compareContracts(contractOf(before), contractOf(after));
}

const takes = (schema: z.ZodType, payload: unknown): boolean => z.safeDecode(schema, payload as never).success;
const asked = { old: 'forward', new: 'backward' } as const;

function breaks(answers: Answers): number {
  return Object.values(asked).filter((question) => answers[question] === 'no').length;
}

/** What is shown of a change, and is not a whole payload that one side takes and the other refuses. */
function dishonest(before: z.ZodType, after: z.ZodType, counterexamples: readonly Counterexample[]): unknown {
  return counterexamples.filter(({ refusedBy, payload, isPart }) => {
    const [writer, reader] = refusedBy === 'old' ? [after, before] : [before, after];
    return isPart || !takes(writer, payload) || takes(reader, payload);
  });
}

/** Of an option only one side has the number. */
function withoutOptions(path: string): string {
  return path.replace(/\(\d+\)/g, '');
}

const everywhere = pairs.flatMap(([kind, before, after, answers]) => [
  [kind, 'as it is', before, after, answers] as const,
  ...Object.entries(containers).map(
    ([name, contain]) => [kind, `in ${name}`, contain(before), contain(after), answers] as const,
  ),
]);

test.each(everywhere)('%s %s is shown by a whole payload', (_, __, before, after) => {
  for (const { kind, path, answers, counterexamples } of changesBetween(before, after)) {
    expect(counterexamples.length, `${kind} ${path}`).toBe(breaks(answers));
    expect(dishonest(before, after, counterexamples), `${kind} ${path}`).toEqual([]);
    for (const shown of counterexamples) expect(withoutOptions(shown.path)).toContain(withoutOptions(path ?? ''));
  }
});

/** The heaviest answer of some changes. */
function together(changes: readonly Change[], question: 'backward' | 'forward'): string {
  const given = new Set(changes.map(({ answers }) => answers[question]));
  return (['no', 'unknown'] as const).find((answer) => given.has(answer)) ?? 'yes';
}

test.each(everywhere)('%s %s says together what the whole says', (_, __, before, after, [backward, forward]) => {
  const changes = changesBetween(before, after);
  expect([together(changes, 'backward'), together(changes, 'forward')]).toEqual([backward, forward]);
});

test('of several changes each is shown by itself', () => {
  const before = z.object({ id: z.string(), items: z.array(z.object({ price: z.int().min(0), tax: z.int() })).min(2) });
  const after = z.object({
    id: z.string().max(3),
    items: z.array(z.object({ price: z.int().min(1), tax: z.string(), note: z.string() })).min(2),
  });
  const shown = changesBetween(before, after).flatMap(({ kind, counterexamples }) =>
    counterexamples.map(({ path, reason, refusedBy }) => [kind, refusedBy, path, reason]),
  );
  expect(shown).toMatchInlineSnapshot(`
    [
      [
        "BOUND_TIGHTENED",
        "new",
        "payload.id",
        "accepted only if its maxLength is 3",
      ],
      [
        "BOUND_TIGHTENED",
        "new",
        "payload.items[].price",
        "accepted only if its min is 1",
      ],
      [
        "TYPE_CHANGED",
        "new",
        "payload.items[].tax",
        "a number is no string",
      ],
      [
        "TYPE_CHANGED",
        "old",
        "payload.items[].tax",
        "a string is no number",
      ],
      [
        "FIELD_ADDED_REQUIRED",
        "new",
        "payload.items[].note",
        "it has to be there, and is not written",
      ],
    ]
  `);
});

test('where no whole payload can be tried, the part is shown by itself', () => {
  const refined = z.string().refine((text) => text !== '');
  const before = z.object({ id: refined, by: z.enum(['card']) });
  const after = z.object({ id: refined, by: z.enum(['card', 'cash']) });
  expect(changesBetween(before, after)).toMatchObject([
    {
      kind: 'ENUM_VALUE_ADDED',
      counterexamples: [{ refusedBy: 'old', payload: 'cash', path: 'payload.by', isPart: true }],
    },
  ]);
});
