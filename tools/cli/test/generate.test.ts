import { describe, expect, test } from 'vitest';
import { channelFile, WorkspacePackage } from './workspace-package.js';

const placed = channelFile('orderPlaced', 'order.placed');

describe('tidings generate', () => {
  test('writes the client and the spec, and the second time nothing', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': placed });
    const first = await shop.tidingsAlone('generate');
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toMatch(/^shop: 1 channel, 7 files written in src\/generated and spec \(\d+ ms\)\n$/);
    expect(shop.list('src/generated')).toEqual(['.tidings-manifest.json', 'client.ts', 'index.ts', 'order-placed.ts']);
    expect(shop.list('spec')).toEqual(['.tidings-manifest.json', 'asyncapi.json', 'order-placed.v1.schema.json']);
    expect(shop.read('src/generated/client.ts')).toContain(
      'export function createShopEvents(bus: EventBus): ShopEvents',
    );
    expect((await shop.tidingsAlone('generate')).stdout).toMatch(
      /^shop: 1 channel, 7 unchanged in src\/generated and spec/,
    );
    expect(shop.list('node_modules')).toEqual(['.cache', '@tidings']);
    expect(shop.list('.')).toEqual(['node_modules', 'package.json', 'spec', 'src']);
  });

  test('--check names what is stale and writes nothing', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': placed });
    const missing = await shop.tidingsAlone('generate', '--check');
    expect(missing.exitCode).toBe(1);
    expect(missing.stderr).toContain('stale: src/generated/order-placed.ts\n');
    expect(missing.stderr).toContain('shop: 1 channel, 7 stale files: run tidings generate\n');
    expect(missing.stderr).toContain('stale: spec/asyncapi.json\n');
    expect(shop.list('src')).toEqual(['channels']);
    expect(shop.list('.')).not.toContain('spec');
    await shop.tidingsAlone('generate');
    expect(await shop.tidingsAlone('generate', '--check')).toMatchObject({
      exitCode: 0,
      stdout: 'shop: 1 channel, src/generated and spec are up to date\n',
    });
    shop.write('src/channels/order-placed.ts', placed.replace('z.uuid()', 'z.int()'));
    const stale = await shop.tidingsAlone('generate', '--check');
    expect(stale.exitCode).toBe(1);
    expect(stale.stderr.split('\n')).toEqual([
      'stale: spec/.tidings-manifest.json',
      'stale: spec/asyncapi.json',
      'stale: spec/order-placed.v1.schema.json',
      'stale: src/generated/.tidings-manifest.json',
      'stale: src/generated/order-placed.ts',
      'shop: 1 channel, 5 stale files: run tidings generate',
      '',
    ]);
  });

  test('removes the files of channels that are gone, and no others', async () => {
    using shop = new WorkspacePackage({
      'src/channels/order-placed.ts': placed,
      'src/channels/order-paid.ts': channelFile('orderPaid', 'order.paid'),
    });
    await shop.tidings('generate');
    shop.write('src/generated/mine.ts', 'export {};\n');
    shop.remove('src/channels/order-paid.ts');
    expect((await shop.tidings('generate')).stdout).toContain('5 files written, 2 removed, 2 unchanged');
    expect(shop.list('src/generated')).not.toContain('order-paid.ts');
    expect(shop.list('spec')).not.toContain('order-paid.v1.schema.json');
    expect(shop.read('src/generated/mine.ts')).toBe('export {};\n');
  });

  test('does not overwrite what it did not write', async () => {
    using shop = new WorkspacePackage({
      'src/channels/order-placed.ts': placed,
      'src/generated/index.ts': 'export const mine = 1;\n',
    });
    const run = await shop.tidings('generate');
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^src\/generated\/index\.ts: was not generated, and will not be overwritten\n/);
    expect(shop.list('src/generated')).toEqual(['index.ts']);
    expect(shop.list('.')).not.toContain('spec');
    expect(shop.read('src/generated/index.ts')).toBe('export const mine = 1;\n');
  });

  test('understands .js and .ts endings, path aliases, and shapes', async () => {
    using shop = new WorkspacePackage({
      'tsconfig.json': '{ "compilerOptions": { "paths": { "#shapes/*": ["./src/shapes/*"] } } }',
      'src/shapes/money.ts': "import * as z from 'zod';\nexport const money = z.object({ amount: z.int() });\n",
      'src/channels/order-placed.ts':
        `import { money } from '../shapes/money.js';\nimport { money as same } from '#shapes/money';\nimport { money as third } from '../shapes/money.ts';\n` +
        channelFile('orderPlaced', 'order.placed', 'z.object({ money, same, third })'),
    });
    expect(await shop.tidings('generate')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(shop.read('src/generated/order-placed.ts')).toContain('  money: Money;\n  same: Money;\n  third: Money;\n');
  });

  test('reads tidings.config.ts', async () => {
    using shop = new WorkspacePackage({
      'tidings.config.ts': [
        "import { defineConfig } from '@tidings/cli';",
        "export default defineConfig({ contract: 'orders', channels: ['events/*.ts'], output: 'client' });",
      ].join('\n'),
      'events/order-placed.ts': placed,
    });
    expect(await shop.tidings('generate')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(shop.read('client/client.ts')).toContain('createOrdersEvents');
    expect(shop.read('client/order-placed.ts')).toContain("from '../events/order-placed.js';");
  });

  test('several at once, and one after a killed one, leave a whole client and nothing else', async () => {
    using shop = new WorkspacePackage({
      'src/channels/order-placed.ts': placed,
      'src/generated/.tidings-staging-killed/order-placed.ts': 'half',
      'src/generated/.tidings-staging-running/order-placed.ts': 'half',
    });
    shop.age('src/generated/.tidings-staging-killed', 60_000);
    const runs = await Promise.all([1, 2, 3].map(() => shop.tidingsAlone('generate')));
    expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    expect(await shop.tidingsAlone('generate', '--check')).toMatchObject({ exitCode: 0 });
    expect(shop.list('src/generated').filter((name) => name.startsWith('.'))).toEqual([
      '.tidings-manifest.json',
      '.tidings-staging-running',
    ]);
  });

  test('an interrupted run leaves the old client, or the new one', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `channel${index}`);
    using shop = new WorkspacePackage({});
    const define = (payload: string): void => {
      for (const name of names) shop.write(`src/channels/${name}.ts`, channelFile(name, `many.${name}`, payload));
    };
    define('z.object({ old: z.string() })');
    await shop.tidings('generate');
    for (const [round, afterMs] of [250, 350, 450, 550, 650].entries()) {
      const word = `word${round}`;
      const before = shop.read('src/generated/channel0.ts');
      define(`z.object({ ${word}: z.string() })`);
      await shop.interrupted('SIGINT', afterMs, 'generate');
      const same = names.filter((name) => shop.read(`src/generated/${name}.ts`).includes(`  ${word}: string;`));
      expect(same.length === 0 ? shop.read('src/generated/channel0.ts') : same).toEqual(
        same.length === 0 ? before : names,
      );
      // The spec is as old or as new as the client.
      const described = names.filter((name) => shop.read(`spec/${name}.v1.schema.json`).includes(`"${word}"`));
      expect(described).toEqual(same);
      const entries = [...shop.list('src/generated'), ...shop.list('spec')];
      expect(entries.filter((name) => name.startsWith('.tidings-staging'))).toEqual([]);
    }
  });

  test('a run killed while it writes leaves whole files, and the next one puts everything right', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `channel${index}`);
    using shop = new WorkspacePackage({});
    const define = (payload: string): void => {
      for (const name of names) shop.write(`src/channels/${name}.ts`, channelFile(name, `many.${name}`, payload));
    };
    define('z.object({ old: z.string() })');
    await shop.tidings('generate');
    shop.write('src/generated/mine.ts', 'export {};\n');
    const known = new Set(names.map((name) => shop.read(`src/generated/${name}.ts`)));
    const rounds = ['one', 'two', 'three'];
    for (const word of rounds) {
      define(`z.object({ ${word}: z.string() })`);
      await shop.killedWhileWriting('src/generated', 'generate');
      const found = names.map((name) => shop.read(`src/generated/${name}.ts`));
      // Each is one of those that a whole run wrote, or has its last line.
      for (const text of found) expect(known.has(text) || text.includes(`  ${word}: string;`)).toBe(true);
      for (const text of found) expect(text).toMatch(/\}\n$/);
      expect(await shop.tidings('generate')).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await shop.tidings('generate', '--check')).toMatchObject({ exitCode: 0 });
      for (const name of names) known.add(shop.read(`src/generated/${name}.ts`));
    }
    expect(shop.read('src/generated/mine.ts')).toBe('export {};\n');
    // What killed runs left is cleared away once nobody can be using it.
    for (const left of shop.list('src/generated').filter((name) => name.startsWith('.tidings-staging'))) {
      shop.age(`src/generated/${left}`, 60_000);
    }
    shop.write('src/channels/channel0.ts', channelFile('channel0', 'many.channel0'));
    await shop.tidings('generate');
    expect(shop.list('src/generated').filter((name) => name.startsWith('.tidings-staging'))).toEqual([]);
  });

  test('--dry-run says what would be written and removed, and does nothing', async () => {
    using shop = new WorkspacePackage({
      'src/channels/order-placed.ts': placed,
      'src/channels/order-paid.ts': channelFile('orderPaid', 'order.paid'),
    });
    await shop.tidings('generate');
    shop.remove('src/channels/order-paid.ts');
    const before = shop.read('src/generated/index.ts');
    const run = await shop.tidings('generate', '--dry-run');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toBe(
      [
        'would write: spec/.tidings-manifest.json',
        'would write: spec/asyncapi.json',
        'would write: src/generated/.tidings-manifest.json',
        'would write: src/generated/client.ts',
        'would write: src/generated/index.ts',
        'would remove: spec/order-paid.v1.schema.json',
        'would remove: src/generated/order-paid.ts',
        'shop: 1 channel, 5 files written, 2 removed, 2 unchanged if it were generated: nothing was done',
        '',
      ].join('\n'),
    );
    expect(shop.read('src/generated/index.ts')).toBe(before);
    expect(shop.list('src/generated')).toContain('order-paid.ts');
    await shop.tidings('generate');
    expect((await shop.tidings('generate', '--dry-run')).stdout).toBe(
      'shop: 1 channel, src/generated and spec are up to date\n',
    );
  });

  test('several packages at once, one of which can not be generated', async () => {
    using shop = new WorkspacePackage({
      'package.json': '{ "private": true, "workspaces": ["schemas/*"] }',
      'schemas/one/package.json': '{ "name": "@acme/one", "type": "module" }',
      'schemas/one/src/channels/order-placed.ts': placed,
      'schemas/two/package.json': '{ "name": "@acme/two", "type": "module" }',
      'schemas/two/src/channels/bad.ts': 'export const = 1;\n',
    });
    const run = await shop.tidings('generate', 'schemas/two', 'schemas/one', 'schemas/three');
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(
      /^one: 1 channel, 7 files written in schemas\/one\/src\/generated and schemas\/one\/spec/,
    );
    expect(run.stderr).toBe(
      'in schemas/two:\nschemas/two/src/channels/bad.ts:1:14: Expected identifier but found "="\nin schemas/three:\nthere is no folder schemas/three\n',
    );
    expect((await shop.tidings('generate')).stderr).toMatch(
      /^this is the root of a workspace, .*tidings generate schemas\/\*\n$/,
    );
    expect((await shop.tidings('generate', 'schemas/one', '--config', 'x.ts')).stderr).toMatch(
      /^--config names the package already/,
    );
  });

  test('--format json and github', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': placed });
    const json = await shop.tidings('generate', '--check', '--format', 'json');
    expect(json).toMatchObject({ exitCode: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toEqual({
      exitCode: 1,
      packages: [
        {
          folder: '.',
          contract: 'shop',
          output: ['src/generated', 'spec'],
          channels: 1,
          mode: 'check',
          written: [
            'spec/.tidings-manifest.json',
            'spec/asyncapi.json',
            'spec/order-placed.v1.schema.json',
            'src/generated/.tidings-manifest.json',
            'src/generated/client.ts',
            'src/generated/index.ts',
            'src/generated/order-placed.ts',
          ],
          removed: [],
          unchanged: 0,
          withoutChannels: [],
        },
      ],
      problems: [],
    });
    const github = await shop.tidings('generate', '--check', '--format', 'github');
    expect(github.exitCode).toBe(1);
    expect(github.stdout.split('\n')).toContain(
      '::error file=src/generated/client.ts,title=stale::is not what the definitions generate: run tidings generate',
    );
    shop.write('src/channels/bad.ts', 'export const = 1;\n');
    const failed = await shop.tidings('generate', '--format', 'json');
    expect(JSON.parse(failed.stdout)).toMatchObject({
      exitCode: 1,
      packages: [],
      problems: [
        {
          severity: 'error',
          file: 'src/channels/bad.ts',
          line: 1,
          column: 14,
          message: 'Expected identifier but found "="',
        },
      ],
    });
    expect((await shop.tidings('generate', '--format', 'github')).stdout).toBe(
      '::error file=src/channels/bad.ts,line=1,col=14,title=tidings::Expected identifier but found "="\n',
    );
  });

  test('options that exclude each other', async () => {
    using shop = new WorkspacePackage({});
    expect(await shop.tidings('generate', '--check', '--watch')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: '--check, --dry-run and --watch exclude each other: choose one\n',
    });
  });
});
