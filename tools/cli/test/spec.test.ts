import { expect, test } from 'vitest';
import { channelFile, WorkspacePackage } from './workspace-package.js';

const placed = channelFile('orderPlaced', 'order.placed');
const schemaFile = 'spec/order-placed.v1.schema.json';

function configured(config: string): WorkspacePackage {
  return new WorkspacePackage({
    'src/channels/order-placed.ts': placed,
    'tidings.config.ts': `export default ${config};\n`,
  });
}

test('what travels is described by a JSON Schema, and the contract by an AsyncAPI document', async () => {
  using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': placed });
  await shop.tidings('generate');
  expect(JSON.parse(shop.read(schemaFile))).toMatchObject({
    title: 'order.placed, version 1',
    properties: { id: { format: 'uuid' } },
  });
  expect(JSON.parse(shop.read('spec/asyncapi.json'))).toMatchObject({ asyncapi: '3.1.0', info: { title: 'shop' } });
});

test('the spec goes into another folder, or nowhere, as the configuration says', async () => {
  using elsewhere = configured("{ spec: 'docs/spec' }");
  expect((await elsewhere.tidings('generate')).stdout).toContain('7 files written in src/generated and docs/spec');
  expect(elsewhere.list('docs/spec')).toContain('asyncapi.json');
  using without = configured('{ spec: false }');
  expect((await without.tidings('generate')).stdout).toContain('4 files written in src/generated (');
  expect((await without.tidings('generate', '--check')).stdout).toBe('shop: 1 channel, src/generated is up to date\n');
  expect(without.list('.')).not.toContain('spec');
});

test('a JSON file that it did not write stays, and then nothing at all is written', async () => {
  using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': placed, 'spec/asyncapi.json': '{}\n' });
  const run = await shop.tidings('generate');
  expect(run).toMatchObject({ exitCode: 1, stdout: '' });
  expect(run.stderr).toMatch(/^spec\/asyncapi\.json: was not generated, and will not be overwritten\n/);
  expect(shop.read('spec/asyncapi.json')).toBe('{}\n');
  expect(shop.list('src')).toEqual(['channels']);
});

test('files are known as ours without the record too, by what stands at their head', async () => {
  using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': placed });
  await shop.tidings('generate');
  shop.remove('spec/.tidings-manifest.json');
  shop.write('src/channels/order-placed.ts', placed.replace('z.uuid()', 'z.int()'));
  expect(await shop.tidings('generate')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shop.read(schemaFile)).toContain('"integer"');
});

test('other files beside the spec are inputs like any others', async () => {
  using shop = new WorkspacePackage({
    'spec/id.ts': "import * as z from 'zod';\nexport const id = z.uuid();\n",
    'src/channels/a.ts': `import { id } from '../../spec/id.js';\n${channelFile('a', 'a.happened', 'z.object({ id })')}`,
  });
  await shop.tidings('generate');
  shop.write('spec/id.ts', "import * as z from 'zod';\nexport const id = z.number();\n");
  await shop.tidings('generate');
  expect(shop.read('src/generated/a.ts')).toContain('id: number;');
});
