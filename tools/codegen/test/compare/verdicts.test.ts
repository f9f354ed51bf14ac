import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { handlerCompiles, publishCompiles } from '../../src/compare/compiles.js';
import { includes } from '../../src/compare/includes.js';
import type { Inclusion } from '../../src/compare/inclusion.js';
import { type Answers, containers, pairs } from './change-pairs.js';
import { formOf } from './side-of.js';

/** A payload that is said to be a counterexample has to be one for zod, too. */
function expectHonest(found: Inclusion, writer: z.ZodType, reader: z.ZodType): void {
  if (found.verdict !== 'no') return;
  const takes = (schema: z.ZodType): boolean => z.safeDecode(schema, found.payload as never).success;
  expect([takes(writer), takes(reader)], JSON.stringify(found)).toEqual([true, false]);
}

function expectAnswers(before: z.ZodType, after: z.ZodType, answers: Answers): void {
  const [old, now] = [formOf(before), formOf(after)];
  const [backward, forward] = [includes(old, now), includes(now, old)];
  const [publish, handle] = [publishCompiles(old, now), handlerCompiles(old, now)];
  expect(
    [backward.verdict, forward.verdict, publish === undefined, handle === undefined],
    JSON.stringify({ backward, forward, publish, handle }),
  ).toEqual(answers);
  expectHonest(backward, before, after);
  expectHonest(forward, after, before);
}

/** Where publishers have to give what has a default: types say no more of what is in there. */
const givesAll: readonly string[] = ['a catchall', 'itself'];

function isDefaulted(kind: string): boolean {
  return kind === 'FIELD_ADDED_DEFAULTED' || kind === 'OPTIONAL_TO_DEFAULTED';
}

describe.each(pairs)('%s', (kind, before, after, answers) => {
  test('as it is', () => expectAnswers(before, after, answers));

  test.each(Object.entries(containers))('in %s', (name, contain) => {
    const [backward, forward, publish, handle] = answers;
    const compiles = publish && !(isDefaulted(kind) && givesAll.includes(name));
    expectAnswers(contain(before), contain(after), [backward, forward, compiles, handle]);
  });
});
