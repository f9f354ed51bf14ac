import { compareContracts } from '@tidings/codegen/evolution';
import { expect, test } from 'vitest';
import { manyChannels } from './compare/many-channels.js';
import { ofEverything, variants } from './compare/variants.js';
import { realModels } from './contract/real-models.js';
import { generateSuite } from './generate/generate-suite.js';
import { reportText } from './report-text.js';
import { typesSuite } from './types/types-suite.js';

const silent = { rounds: 1, progress: () => {} };

test('generates contracts, and has the peers generate the same', async () => {
  const report = await generateSuite.run({ ...silent, sizes: [28] });
  expect(report.tables.map(({ rows }) => rows.map(([name]) => name))).toEqual([
    ['tidings', 'tidings, spec: false', '@hey-api/openapi-ts', 'orval'],
  ]);
  // Each wrote the types of what it was given.
  for (const { rows } of report.tables) for (const row of rows) expect(row.at(-1)).toBeGreaterThan(10);
  expect(reportText('generate', report, 'a machine')).toMatch(/^# generate\n\n28 channels: @hey-api\/openapi-ts/);
});

test('compiles applications of both clients', async () => {
  const report = await typesSuite.run({ ...silent, sizes: [28] });
  const [instantiations] = report.ratios;
  expect(instantiations?.label).toContain('instantiations');
  expect(instantiations?.value).toBeGreaterThan(10);
});

test('compares contracts of which nothing, something and everything changed', async () => {
  // A process runs what is built, so the suite itself is not run here.
  const models = await realModels();
  const contract = manyChannels(models, 60);
  expect(contract.channels).toHaveLength(60);
  const changed = (name: string): readonly string[] => [
    ...new Set(compareContracts(contract, variants[name]?.(contract) ?? contract).map(({ channel }) => channel)),
  ];
  expect(changed('nothing changed')).toEqual([]);
  expect(changed('a property of one channel')).toHaveLength(1);
  expect(changed('one shared shape').length).toBeGreaterThan(1);
  for (const name of ofEverything) expect(changed(name).length).toBeGreaterThan(50);
});
