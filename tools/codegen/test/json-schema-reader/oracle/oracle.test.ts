import fc from 'fast-check';
import { expect, test } from 'vitest';
import { includes } from '../../../src/compare/includes.js';
import type { Side } from '../../../src/compare/inclusion.js';
import { readJsonSchema } from '../../../src/json-schema-reader/read-json-schema.js';
import { seed } from '../../compare/relatives.js';
import { oracle } from './jsoncompat.js';
import { pairs } from './pairs.js';
import { settled } from './settled.js';

/** `TIDINGS_PAIRS` asks for more of them, and for the figures. */
const numRuns = Number(process.env.TIDINGS_PAIRS ?? 100);

function sideOf(document: object): Side {
  const { schema, shapes } = readJsonSchema(document);
  return { form: schema, shapes };
}

test('what is read by whom is as jsoncompat says', { timeout: 20_000 * numRuns }, () => {
  const count = { pairs: 0, agreed: 0, yes: 0, ours: 0, theirs: 0, open: 0, 'not told by jsoncompat': 0 };
  const differences: string[] = [];
  for (const { one, other } of fc.sample(pairs, { numRuns, seed })) {
    count.pairs += 1;
    for (const [writer, reader] of [
      [one, other],
      [other, one],
    ] as const) {
      const found = includes(sideOf(writer), sideOf(reader));
      const said = oracle(writer, reader);
      if (found.verdict === 'yes') count.yes += 1;
      if (said === undefined) count['not told by jsoncompat'] += 1;
      else if (found.verdict === (said ? 'yes' : 'no')) count.agreed += 1;
      else {
        const winner = settled(writer, reader, found);
        count[winner] += 1;
        differences.push(`${winner}: jsoncompat ${said}, ${JSON.stringify({ found, writer, reader })}`);
      }
    }
  }
  if (process.env.TIDINGS_PAIRS !== undefined)
    process.stdout.write(`${JSON.stringify(count)}\n${differences.join('\n')}\n`);
  const told = 2 * count.pairs - count['not told by jsoncompat'];
  expect(count.agreed / told, differences.join('\n')).toBeGreaterThanOrEqual(0.98);
  // Knowing more than the oracle is no fault. To be wrong is one.
  expect(differences.filter((difference) => difference.startsWith('theirs'))).toEqual([]);
  expect(count.yes / told).toBeGreaterThan(0.2);
});
