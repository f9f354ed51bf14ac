import { expect, test } from 'vitest';
import { generateSuite } from './generate/generate-suite.js';
import { reportText } from './report-text.js';
import { typesSuite } from './types/types-suite.js';

const silent = { rounds: 1, progress: () => {} };

test('generates contracts of every size, and has the peers generate the same', async () => {
  const report = await generateSuite.run({ ...silent, sizes: [2, 28] });
  expect(report.tables.map(({ rows }) => rows.map(([name]) => name))).toEqual([
    ['tidings', 'tidings, spec: false', '@hey-api/openapi-ts', 'orval'],
    ['tidings', 'tidings, spec: false', '@hey-api/openapi-ts', 'orval'],
  ]);
  // Each wrote the types of what it was given.
  for (const { rows } of report.tables) for (const row of rows) expect(row.at(-1)).toBeGreaterThan(10);
  expect(reportText('generate', report, 'a machine')).toMatch(/^# generate\n\n2 channels: @hey-api\/openapi-ts/);
});

test('compiles applications of both clients', async () => {
  const report = await typesSuite.run({ ...silent, sizes: [28] });
  const [instantiations] = report.ratios;
  expect(instantiations?.label).toContain('instantiations');
  expect(instantiations?.value).toBeGreaterThan(10);
});
