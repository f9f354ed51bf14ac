import { describe, expect, test } from 'vitest';
import { channelFile, type Run, WorkspacePackage } from './workspace-package.js';

// As it was built: what it starts in a thread is a file beside it.
const built = (file: string): string => new URL(`../dist/load/${file}`, import.meta.url).href;

const placed = channelFile('orderPlaced', 'order.placed');

async function generate(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
  using shop = new WorkspacePackage(files);
  return await shop.tidings('generate', ...args);
}

/** In a process of its own: what definitions leave behind must not keep it, nor end it. */
async function generateAlone(files: Readonly<Record<string, string>>): Promise<Run> {
  using shop = new WorkspacePackage(files);
  return await shop.tidingsAlone('generate');
}

describe('what is wrong with definitions', () => {
  test('a file that throws is reported with its own place and stack', async () => {
    const file =
      "interface Nothing {}\n\nfunction fail(): Nothing {\n  throw new TypeError('no such thing');\n}\nexport const x = fail();\n";
    expect(await generateAlone({ 'src/channels/bad.ts': file })).toEqual({
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
    expect(notInstalled.stderr).toBe(
      "src/channels/bad.ts: Cannot find package 'no-such-package' imported from the definitions\n",
    );
    const notThere = await generate({
      'src/channels/bad.ts': "export { nothing } from 'zod';\n",
      'src/channels/a.ts': placed,
    });
    expect(notThere.stderr).toMatch(
      /^src\/channels\/a\.ts, src\/channels\/bad\.ts: SyntaxError: .*'zod'.*'nothing'\n$/,
    );
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
    expect((await generate({ 'src/channels/a.ts': 'export const x = 1;' })).stderr).toBe(
      "no channel was found (there is 'x' of src/channels/a.ts): export what defineChannel returns, each by its name\n",
    );
  });

  test('a file without a channel is noted, not refused', async () => {
    const unexported = channelFile('other', 'order.paid').replace('export ', '');
    const run = await generate({ 'src/channels/a.ts': placed, 'src/channels/b.ts': unexported });
    expect(run).toMatchObject({ exitCode: 0, stderr: 'note: src/channels/b.ts exports no channel\n' });
  });

  test('an export that no name can be made of', async () => {
    const run = await generate({ 'src/channels/-.ts': placed.replace('export const orderPlaced =', 'export default') });
    expect(run.stderr).toMatch(
      /^src\/channels\/-\.ts, channel 'order\.placed': no name can be made of the export 'default'/,
    );
  });

  test.each(['await new Promise(() => {});', 'process.exit(0);'])('a file that never loads: %s', async (line) => {
    expect(await generateAlone({ 'src/channels/bad.ts': `${line}\nexport const x = 1;\n` })).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(/^src\/channels\/bad\.ts: ended before it was loaded: /),
    });
  });

  test('a file that loads too long', async () => {
    using shop = new WorkspacePackage({ 'src/channels/bad.ts': 'for (;;);\nexport {};\n' });
    const { runFiles }: typeof import('../src/load/run-files.js') = await import(built('run-files.js'));
    const files = ['src/channels/bad.ts'];
    const job = {
      kind: 'contract',
      contract: 'shop',
      channels: files,
      shapes: [],
      accepted: [],
      lock: 'none',
      oldest: undefined,
    } as const;
    const { BundleRunner }: typeof import('../src/load/bundle-runner.js') = await import(built('bundle-runner.js'));
    await using runner = new BundleRunner('contract');
    await expect(runFiles(runner, shop.folder, files, job, { timeoutMs: 500 })).rejects.toThrow(
      'src/channels/bad.ts: still loading after 0.5 s: definitions must not wait for anything',
    );
  });

  test('a file that throws nothing, and a promise that nobody waits for', async () => {
    expect((await generateAlone({ 'src/channels/bad.ts': 'throw null;\nexport {};\n' })).stderr).toBe(
      'src/channels/bad.ts: threw null, which is no Error\n',
    );
    const late = `${placed}void Promise.reject(new Error('late'));\n`;
    expect((await generateAlone({ 'src/channels/bad.ts': late })).stderr).toMatch(
      /^src\/channels\/bad\.ts:4:\d+: late\n/,
    );
  });

  test('what a file prints that throws then is said once', async () => {
    const file = "console.log('out');\nconsole.error('err');\nthrow new Error('oh');\nexport {};\n";
    const { stderr } = await generateAlone({ 'src/channels/bad.ts': file });
    expect(stderr.split('\n').sort()).toEqual([
      '',
      '    at src/channels/bad.ts:3:7',
      'err',
      'out',
      'src/channels/bad.ts:3:7: oh',
    ]);
  });

  test('a file that leaves a timer running and prints something', async () => {
    const run = await generateAlone({
      'src/channels/a.ts': `${placed}setInterval(() => {}, 1_000);\nconsole.log('loaded');\n`,
    });
    expect(run).toMatchObject({ exitCode: 0, stderr: 'loaded\n' });
    expect(run.stdout).toMatch(/^shop: 1 channel, 7 files written/);
  });
});

describe('what is wrong with the configuration', () => {
  test.each([
    ['{ chanels: "x" }', "tidings.config.ts: there is no option 'chanels'; did you mean 'channels'?\n"],
    [
      '{ zzz: 1 }',
      "tidings.config.ts: there is no option 'zzz'; there are: contract, channels, shapes, output, spec, lint, evolution\n",
    ],
    ['{ spec: true }', "tidings.config.ts: spec: must be a folder inside the package, such as 'spec', or false\n"],
    ['{ output: "client", spec: "./client" }', 'tidings.config.ts: spec: must be another folder than output\n'],
    ['{ output: "../x" }', "tidings.config.ts: output: must be a folder inside the package, such as 'src/generated'\n"],
    ['{ contract: "" }', "tidings.config.ts: contract: must be a name such as 'conversation'\n"],
    [
      'Promise.resolve({})',
      'tidings.config.ts: its default export must be a configuration: export default defineConfig({ … })\n',
    ],
    [
      '{ channels: "src/channels" }',
      "channels: 'src/channels' is a folder: say which of its files, such as 'src/channels/**/*.ts'\n",
    ],
    [
      '{ output: "src" }',
      'src/channels/a.ts is in the output folder src, where everything is generated: choose another `output` in tidings.config.ts\n',
    ],
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
    expect((await generate({}, '--config', 'src')).stderr).toBe('there is no configuration file src\n');
  });

  test('a package.json that is not JSON, or has no name', async () => {
    expect((await generate({ 'package.json': '{ nope' })).stderr).toMatch(
      /^package\.json in .* can't be read: SyntaxError/,
    );
    expect((await generate({ 'package.json': '{}' })).stderr).toMatch(
      /^package\.json has no name that a contract could/,
    );
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

describe('what is wrong with the output folder', () => {
  test('a file stands in its place', async () => {
    for (const args of [[], ['--check']]) {
      expect(await generate({ 'src/channels/a.ts': placed, 'src/generated': 'mine' }, ...args)).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: 'src/generated is a file, where a folder of generated files should be: move it away\n',
      });
    }
  });

  test('a folder stands in the place of a file', async () => {
    const run = await generate({ 'src/channels/a.ts': placed, 'src/generated/index.ts/mine.ts': 'export {};' });
    expect(run.stderr).toMatch(/^src\/generated\/index\.ts: was not generated, and will not be overwritten\n/);
  });

  test('it can not be made', async () => {
    const files = {
      'src/channels/a.ts': placed,
      'tidings.config.ts': "export default { output: 'mine/generated' };",
      mine: 'a file',
    };
    expect(await generate(files)).toMatchObject({
      exitCode: 1,
      stderr: 'mine/generated: mkdir failed: a file stands where a folder should be\n',
    });
  });
});
