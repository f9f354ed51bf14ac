import { describe, expect, test } from 'vitest';
import { channelFile, type Run, WorkspacePackage } from './workspace-package.js';

const placed = channelFile('orderPlaced', 'order.placed');

async function generate(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
  using shop = new WorkspacePackage(files);
  return await shop.tidings('generate', ...args);
}

describe('what is wrong with definitions', () => {
  test('a file that throws is reported with its own place and stack', async () => {
    const file =
      "interface Nothing {}\n\nfunction fail(): Nothing {\n  throw new TypeError('no such thing');\n}\nexport const x = fail();\n";
    expect(await generate({ 'src/channels/bad.ts': file })).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'src/channels/bad.ts:4:9: TypeError: no such thing\n    at fail (src/channels/bad.ts:4:9)\n    at src/channels/bad.ts:6:18\n',
    });
  });

  test('a channel that core refuses is reported with its file, path and advice', async () => {
    const run = await generate({ 'src/channels/bad.ts': channelFile('bad', 'bad', 'z.object({ at: z.date() })') });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(
      /^src\/channels\/bad\.ts:3:\d+: channel "bad", version 1, can not be defined:\n {2}- payload\.at is a Date/,
    );
  });

  test('a schema that can not be written down is reported with channel, path and advice', async () => {
    const payload = 'z.object({ a: z.codec(z.string(), z.custom<string>(), { decode: String, encode: String }) })';
    const run = await generate({ 'src/channels/bad.ts': channelFile('bad', 'bad.one', payload) });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(
      /^src\/channels\/bad\.ts, channel 'bad\.one', payload\.a: has a type that only its code knows/,
    );
  });

  test('a file with a syntax error, or an import that is not there', async () => {
    const syntax = await generate({ 'src/channels/bad.ts': 'export const = 1;\n' });
    expect(syntax).toMatchObject({
      exitCode: 1,
      stderr: 'src/channels/bad.ts:1:14: Expected identifier but found "="\n',
    });
    const missing = await generate({ 'src/channels/bad.ts': "import './nothing.js';\n" });
    expect(missing).toMatchObject({
      exitCode: 1,
      stderr: 'src/channels/bad.ts:1:8: Could not resolve "./nothing.js"\n',
    });
    const notInstalled = await generate({ 'src/channels/bad.ts': "import 'no-such-package';\n" });
    expect(notInstalled.stderr).toMatch(/Cannot find package 'no-such-package' imported from the definitions/);
  });

  test('two channels of one name, and two exports of one file name', async () => {
    const twice = await generate({
      'src/channels/a.ts': placed,
      'src/channels/b.ts': channelFile('other', 'order.placed'),
    });
    expect(twice).toMatchObject({ exitCode: 1, stdout: '' });
    expect(twice.stderr).toContain(
      "channel 'order.placed': is defined twice, as 'orderPlaced' of src/channels/a.ts and 'other' of src/channels/b.ts",
    );
    const collision = await generate({
      'src/channels/a.ts': placed,
      'src/channels/b.ts': channelFile('OrderPlaced', 'b'),
    });
    expect(collision.stderr).toContain(
      "would be generated as order-placed.ts, as 'OrderPlaced' of src/channels/b.ts is: rename one of them",
    );
  });

  test('no channel at all', async () => {
    expect((await generate({})).stderr).toMatch(/^no file matches src\/channels\/.* in /);
    expect((await generate({ 'src/channels/a.ts': 'export const x = 1;' })).stderr).toMatch(/^no channel was found/);
  });
});

describe('what is wrong with the configuration', () => {
  test.each([
    ['{ chanels: "x" }', "tidings.config.ts: there is no option 'chanels'; did you mean 'channels'?\n"],
    ['{ zzz: 1 }', "tidings.config.ts: there is no option 'zzz'; there are: contract, channels, shapes, output\n"],
    ['{ output: "../x" }', "tidings.config.ts: output: must be a folder inside the package, such as 'src/generated'\n"],
    ['{ contract: "" }', "tidings.config.ts: contract: must be a name such as 'conversation'\n"],
    ['[]', 'tidings.config.ts: its default export must be a configuration: export default defineConfig({ … })\n'],
  ])('%s', async (config, stderr) => {
    const files = { 'tidings.config.ts': `export default ${config};`, 'src/channels/a.ts': placed };
    expect(await generate(files)).toEqual({ exitCode: 1, stdout: '', stderr });
  });

  test('a configuration file that is not there', async () => {
    expect(await generate({}, '--config', 'x.ts')).toMatchObject({
      exitCode: 1,
      stderr: 'there is no configuration file x.ts\n',
    });
  });

  test('a broken record of generated files', async () => {
    const files = { 'src/channels/a.ts': placed, 'src/generated/.tidings-manifest.json': '<<<<<<< ours' };
    const run = await generate(files);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(
      /^\.tidings-manifest\.json is not JSON \(a merge conflict\?\): delete it and generate again/,
    );
  });
});
