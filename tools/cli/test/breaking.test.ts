import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReleaseWorkspace } from './release-workspace.js';
import { channelFile } from './workspace-package.js';

const placed = (payload: string): Record<string, string> => ({
  'src/channels/order-placed.ts': channelFile('orderPlaced', 'order.placed', payload),
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function released(before: string, after: string): Promise<ReleaseWorkspace> {
  const shop = new ReleaseWorkspace(placed(before));
  await shop.release('1.0.0');
  shop.write('src/channels/order-placed.ts', placed(after)['src/channels/order-placed.ts'] ?? '');
  return shop;
}

const [total, totalFrom1] = [
  'z.object({ id: z.uuid(), total: z.int().min(0) })',
  'z.object({ id: z.uuid(), total: z.int().min(1) })',
];

describe('tidings breaking', () => {
  test('has nothing to say before the first release, and of what has not changed', async () => {
    using shop = new ReleaseWorkspace(placed(total));
    expect(await shop.tidingsAlone('breaking')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('shop: nothing was released yet; 1 channel to be released first'),
    });
    await shop.release('1.0.0');
    expect(await shop.tidingsAlone('breaking')).toEqual({
      exitCode: 0,
      stdout: 'shop: nothing has changed against 1.0.0\n',
      stderr: '',
    });
  });

  test('says what, where, who breaks, why, with a payload, and what to do', async () => {
    using shop = await released(total, totalFrom1);
    const run = await shop.tidingsAlone('breaking');
    expect(run).toMatchObject({ exitCode: 100, stderr: '' });
    expect(run.stdout).toMatchInlineSnapshot(`
      "order.placed  (src/channels/order-placed.ts)
        ✗ BOUND_TIGHTENED  version 1  payload.total: min 0 → min 1
          A bound leaves less room. A new reader refuses some of what was written before:
          payload.total: accepted only if its min is 1.
          Breaks: readers of now on older events.

            {"id":"123e4567-e89b-42d3-a456-426614174000","total":0}
          This may have been written before, and new readers refuse it: payload.total:
          accepted only if its min is 1

          A released version may not change like this, whatever the version number, unless
          that is accepted on the record. Keep the old bound for reading, and check the new
          one where it is published; or add a version with \`.evolve\`.
          tidings explain BOUND_TIGHTENED  ·  tidings accept 2e9b876ef681 --reason '…'

      shop: 1 change against 1.0.0: 1 forbidden
      "
    `);
  });

  test('in Markdown, as JSON, and as annotations', async () => {
    using shop = await released(total, totalFrom1);
    expect((await shop.tidings('breaking', '--format', 'markdown')).stdout).toMatchInlineSnapshot(`
      "### shop

      shop: 1 change against 1.0.0: 1 forbidden

      | channel | change | where | | |
      | --- | --- | --- | --- | --- |
      | \`order.placed\` | BOUND_TIGHTENED | \`payload.total\` | min 0 → min 1 | **forbidden** |

      #### BOUND_TIGHTENED: \`order.placed\` \`payload.total\`

      A bound leaves less room. A new reader refuses some of what was written before: payload.total: accepted only if its min is 1. Breaks: readers of now on older events.

      This may have been written before, and new readers refuse it: payload.total: accepted only if its min is 1

      \`\`\`json
      {"id":"123e4567-e89b-42d3-a456-426614174000","total":0}
      \`\`\`

      Keep the old bound for reading, and check the new one where it is published; or add a version with \\\`.evolve\\\`. (\`tidings accept 2e9b876ef681 --reason '…'\`)

      "
    `);
    const json = JSON.parse((await shop.tidings('breaking', '--format', 'json')).stdout);
    expect(json).toMatchObject({
      exitCode: 100,
      packages: [
        {
          contract: 'shop',
          against: '1.0.0',
          rules: 'TYPES',
          demands: 'major',
          changes: [
            {
              kind: 'BOUND_TIGHTENED',
              channel: 'order.placed',
              path: 'payload.total',
              standing: 'forbidden',
              answers: { backward: 'no', forward: 'yes', publish: 'yes', handle: 'yes' },
              counterexamples: [{ refusedBy: 'new', payload: { total: 0 } }],
            },
          ],
        },
      ],
    });
    expect((await shop.tidings('breaking', '--format', 'github')).stdout).toMatch(
      /^::error file=.*src\/channels\/order-placed\.ts,title=BOUND_TIGHTENED::channel 'order\.placed' payload\.total: /,
    );
  });

  test('asks what it is told to ask', async () => {
    using shop = await released(total, 'z.object({ id: z.uuid(), total: z.int().min(0).optional() })');
    expect((await shop.tidings('breaking')).exitCode).toBe(100);
    expect(await shop.tidings('breaking', '--use', 'WIRE_BACKWARD')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 change against 1.0.0 (asked: WIRE_BACKWARD): 1 harmless'),
    });
    shop.write(
      'tidings.config.ts',
      "import { defineConfig } from '@tidings/cli';\nexport default defineConfig({ evolution: { rules: 'WIRE_BACKWARD' } });\n",
    );
    expect((await shop.tidings('breaking')).exitCode).toBe(0);
    expect((await shop.tidings('breaking', '--use', 'WIRE_FULL')).exitCode).toBe(100);
  });

  test('looks at every release that still counts', async () => {
    using shop = await released('z.object({ ref: z.string().optional() })', 'z.object({})');
    await shop.release('2.0.0');
    shop.write(
      'src/channels/order-placed.ts',
      channelFile('orderPlaced', 'order.placed', 'z.object({ ref: z.int().optional() })'),
    );
    const run = await shop.tidings('breaking');
    expect(run.exitCode).toBe(100);
    expect(run.stdout).toContain('TYPE_CHANGED  version 1  payload.ref (against 1.0.0)');
    expect(run.stdout).toContain('shop: 2 changes against 2.0.0 and 1 release before it: 1 forbidden, 1 harmless');
    expect((await shop.tidings('breaking', '--no-transitive')).exitCode).toBe(0);
    shop.write(
      'tidings.config.ts',
      "import { defineConfig } from '@tidings/cli';\nexport default defineConfig({ evolution: { oldest: '2.0.0' } });\n",
    );
    expect((await shop.tidings('breaking')).exitCode).toBe(0);
  });

  test('names settings that there are not', async () => {
    using shop = new ReleaseWorkspace({
      ...placed(total),
      'tidings.config.ts': "export default { evolution: { rules: 'ALL', oldest: 'one', newest: '1.0.0' } };\n",
    });
    const { exitCode, stderr } = await shop.tidings('breaking');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('evolution.rules: must be WIRE_BACKWARD or WIRE_FULL or TYPES');
    expect(stderr).toContain("evolution.oldest: must be the version of a release, such as '2.0.0'");
    expect(stderr).toContain("evolution: there is no option 'newest'; there are: rules, oldest");
  });
});

describe('--against', () => {
  test('git:<ref>: what that commit knows as released, without running its code', async () => {
    using shop = new ReleaseWorkspace({ 'src/channels/order-placed.ts': 'throw new Error("never run");\n' });
    const define = (payload: string): void =>
      shop.write('src/channels/order-placed.ts', channelFile('orderPlaced', 'order.placed', payload));
    define('z.object({ id: z.uuid(), note: z.string().optional() })');
    await shop.release('1.0.0');
    shop.git('tag', 'v1');
    define('z.object({ id: z.uuid() })');
    await shop.release('2.0.0');
    expect((await shop.tidings('breaking')).stdout).toBe(
      'shop: nothing has changed against 2.0.0 and 1 release before it\n',
    );
    const run = await shop.tidings('breaking', '--against', 'git:v1');
    expect(run.exitCode).toBe(100);
    expect(run.stdout).toContain('shop: 1 change against 1.0.0, as of git:v1: 1 breaking');
    expect((await shop.tidings('breaking', '--against', 'git:HEAD~2')).stdout).toContain(
      'shop: nothing was released as of git:HEAD~2, which has no contract.lock.json here; 1 channel',
    );
  });

  test('a folder, a lock file, a model', async () => {
    using shop = await released(total, totalFrom1);
    using other = new ReleaseWorkspace(placed(total));
    expect((await shop.tidings('breaking', '--against', other.folder)).stdout).toContain(
      `shop: 1 change against the definitions in ${other.folder}: 1 forbidden`,
    );
    expect((await shop.tidings('breaking', '--against', 'contract.lock.json')).exitCode).toBe(100);
    await other.release('3.0.0');
    expect((await shop.tidings('breaking', '--against', other.folder)).stdout).toContain(
      `shop: 1 change against 3.0.0, as ${other.folder} says: 1 forbidden`,
    );
  });

  test.each([
    ['git:nowhere', /--against git:nowhere: there is no such branch, tag or commit: fetch it/],
    ['git:', /--against git: names no branch, tag or commit/],
    ['git:--help', /names no branch, tag or commit/],
    ['npm:', /--against npm: names no package: write for example npm:@acme\/orders@\^1/],
    ['npm:@acme/orders', /the registry can't be reached \(ECONNREFUSED: .*: try again, or compare with/],
    ['nowhere', /there is no such folder or file; a branch is written git:nowhere, a published package npm:nowhere/],
    ['package.json', /it is no contract\.lock\.json and no model of a contract/],
    ['.changeset', /there is neither a tidings\.config\.ts nor a package\.json in/],
    ['s3:bucket', /there is no such kind of place; there are git:<ref>, npm:<package>@<range>, a folder and a file/],
    ['broken.json', /broken\.json: is no JSON .*take the file from the last release/],
  ])('%s', async (against, message) => {
    // A registry that is down. In the environment, since what is set there goes before any file.
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    using shop = new ReleaseWorkspace({ ...placed(total), 'broken.json': '{ "lock": 1,' });
    const run = await shop.tidings('breaking', '--against', against);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  test('a lock that was edited by hand', async () => {
    using shop = await released(total, total);
    shop.write('contract.lock.json', shop.read('contract.lock.json').replace('"kind":"string"', '"kind":"number"'));
    const run = await shop.tidings('breaking');
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(
      /^contract\.lock\.json, lock\.forms\.[0-9a-f]+: is not what was released: it was changed by hand; take the file from the last release/,
    );
  });

  test('no repository', async () => {
    using shop = new ReleaseWorkspace(placed(total));
    shop.removeAll('.git');
    expect((await shop.tidings('breaking', '--against', 'git:main')).stderr).toMatch(/is not in a git repository/);
  });
});

describe('two JSON Schemas', () => {
  const schema = (properties: object): string =>
    JSON.stringify({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties,
      additionalProperties: false,
    });

  test('are compared in the same way', async () => {
    using shop = new ReleaseWorkspace({
      'old.schema.json': schema({ id: { type: 'string' } }),
      'new.schema.json': schema({ id: { type: 'string', maxLength: 9 } }),
    });
    const run = await shop.tidingsAlone('breaking', 'new.schema.json', '--against', 'old.schema.json');
    expect(run).toMatchObject({ exitCode: 100, stderr: '' });
    expect(run.stdout).toMatchInlineSnapshot(`
      "new  (new.schema.json)
        ✗ BOUND_TIGHTENED  payload.id: maxLength 9
          A bound leaves less room. A new reader refuses some of what was written before:
          payload.id: accepted only if its maxLength is 9.
          Breaks: readers of now on older events.

            {"id":"aaaaaaaaaa"}
          This may have been written before, and new readers refuse it: payload.id: accepted
          only if its maxLength is 9

          Keep the old bound for reading, and check the new one where it is published; or add
          a version with \`.evolve\`.
          tidings explain BOUND_TIGHTENED

      new: 1 change against old.schema.json (asked: WIRE_FULL): 1 breaking
      "
    `);
    expect((await shop.tidingsAlone('breaking', 'new.schema.json', '--against', 'new.schema.json')).exitCode).toBe(0);
  });

  test.each([
    [['new.json'], /to compare two JSON Schemas: tidings breaking new\.schema\.json --against old\.schema\.json/],
    [['new.json', '--against', 'nowhere.json'], /there is no file nowhere\.json/],
    [['new.json', '--against', 'list.json'], /list\.json/],
    [['new.json', '--against', 'text.json'], /text\.json is no JSON/],
  ])('%s', async (args, message) => {
    using shop = new ReleaseWorkspace({ 'new.json': '{}', 'list.json': '[]', 'text.json': 'x' });
    const run = await shop.tidings('breaking', ...args);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });
});
