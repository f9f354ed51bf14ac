import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ChangeKind, changeKinds } from '../../src/compare/change-kinds.js';
import { compareContracts } from '../../src/compare/compare-contracts.js';
import { severityOf } from '../../src/compare/severity.js';
import { kindCases } from './kind-cases.js';

const page: string = join(import.meta.dirname, '../../../../docs/evolution.md');
const signs = { yes: '✓', no: '✗', unknown: '?' } as const;
const kinds = Object.keys(changeKinds) as readonly ChangeKind[];

function changeOf(kind: ChangeKind): ReturnType<typeof compareContracts>[number] | undefined {
  return compareContracts(...kindCases[kind]).find((change) => change.kind === kind);
}

describe('in the plain case', () => {
  test.each(kinds)('%s is found, alone, with the answers that its page has', (kind) => {
    const found = compareContracts(...kindCases[kind]).map((change) => change.kind);
    // A brand's name is the name of a type, too.
    expect(found.filter((each) => each !== 'SHAPE_REMOVED' || kind === each)).toEqual([kind]);
    const { backward, forward, publish, handle } = changeOf(kind)?.answers ?? {};
    const answers = [backward, forward, publish, handle].map((answer) => answer && signs[answer]);
    expect(answers.join(' ')).toBe(changeKinds[kind].plain);
  });
});

test('the page lists every kind, as it is', () => {
  const rows = kinds.map((kind) => {
    const { plain, summary } = changeKinds[kind];
    const change = changeOf(kind);
    return `| ${kind} | ${plain} | ${change && severityOf(change)} | ${summary} |`;
  });
  const table = ['| kind | B F P C | from 1.0 on | what happened |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const text = readFileSync(page, 'utf8');
  const wanted = text.replace(
    /<!-- kinds -->[\s\S]*?<!-- \/kinds -->/,
    () => `<!-- kinds -->\n\n${table}\n\n<!-- /kinds -->`,
  );
  if (process.env.GOLDEN === 'write') writeFileSync(page, wanted);
  expect(text).toBe(wanted);
});
