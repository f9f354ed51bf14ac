import { describe, expect, test } from 'vitest';
import { channelFile, WorkspacePackage } from './workspace-package.js';

const careless = channelFile(
  'orderPlaced',
  'order.placed',
  "z.object({ note: z.string(), items: z.array(z.int()), status: z.enum(['open', 'paid']) })",
);
const described = (text: string): string =>
  text.replace(/\);\n$/, ", { description: 'A customer placed an order.' });\n");
const careful = described(
  channelFile('orderPlaced', 'order.placed', 'z.object({ id: z.uuid(), at: z.iso.datetime() })'),
);

describe('tidings lint', () => {
  test('says nothing of a careful contract', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': careful });
    expect(await shop.tidingsAlone('lint')).toEqual({
      exitCode: 0,
      stdout: 'shop: 1 channel, nothing to say\n',
      stderr: '',
    });
  });

  test('says what will hurt, where, and what to write instead', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': careless });
    const run = await shop.tidingsAlone('lint');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatchInlineSnapshot(`
      "src/channels/order-placed.ts
        warn   channel 'order.placed' has no description: add { description: 'A customer placed an order.' }  [channel-description]
        warn   channel 'order.placed' payload.items can have any number of elements: say how many make sense, such as .max(100)  [unbounded-array]
        warn   channel 'order.placed' payload.note can be of any length: say the longest that makes sense, such as .max(500)  [unbounded-string]
        warn   channel 'order.placed' payload.status is closed ("open", "paid"), so that readers refuse a new word: use openEnum of @tidings/core/define  [closed-enum]

      shop: 1 channel, 4 warnings
        1 channel-description, 1 unbounded-array, 1 unbounded-string, 1 closed-enum
      tidings explain channel-description says why, and when to make an exception.
      "
    `);
    expect(await shop.tidingsAlone('lint', '--strict')).toEqual({ ...run, exitCode: 100 });
  });

  test('finds what the last generation already read, and what has changed since', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': careful });
    await shop.tidings('generate');
    expect((await shop.tidings('lint')).stdout).toBe('shop: 1 channel, nothing to say\n');
    shop.write('src/channels/order-placed.ts', careless);
    expect((await shop.tidings('lint')).stdout).toContain('4 warnings');
  });

  test("finds zod's .brand() in definitions and in what they import, which is an error", async () => {
    using shop = new WorkspacePackage({
      'lib/user-id.ts': "import * as z from 'zod';\n\nexport const userId = z\n  .uuid()\n  .brand<'UserId'>();\n",
      'src/channels/order-placed.ts': `import { userId } from '../../lib/user-id.js';\n${careful.replace('z.uuid()', 'userId')}`,
    });
    const run = await shop.tidings('lint');
    expect(run).toMatchObject({ exitCode: 100, stderr: '' });
    expect(run.stdout).toContain(
      "lib/user-id.ts\n  error  line 5 zod's .brand() can't be generated: write brand(schema, 'UserId') with brand of @tidings/core/define  [zod-brand]\n",
    );
  });

  test('is configured: weights, and exceptions with reasons', async () => {
    const config = {
      lint: {
        rules: { 'closed-enum': 'error', 'channel-description': 'off' },
        exceptions: [
          {
            rule: 'unbounded-string',
            channel: 'order.*',
            path: 'payload.note',
            reason: 'The form has no limit either.',
          },
          { rule: 'unbounded-array', channel: 'order.paid', reason: 'Nothing of the kind.' },
        ],
      },
    };
    using shop = new WorkspacePackage({
      'src/channels/order-placed.ts': careless,
      'tidings.config.ts': `export default ${JSON.stringify(config)};`,
    });
    const run = await shop.tidings('lint', '--format', 'json');
    expect(run).toMatchObject({ exitCode: 100, stderr: '' });
    const { packages } = JSON.parse(run.stdout);
    expect(packages[0]).toMatchObject({ contract: 'shop', errors: 1, warnings: 2, excused: 1 });
    expect(
      packages[0].findings.map(({ rule, severity, file, path }: Record<string, string>) => [
        rule,
        severity,
        file,
        path,
      ]),
    ).toEqual([
      ['unused-exception', 'warn', undefined, undefined],
      ['unbounded-array', 'warn', 'src/channels/order-placed.ts', 'payload.items'],
      ['closed-enum', 'error', 'src/channels/order-placed.ts', 'payload.status'],
    ]);
  });

  test('annotates for GitHub, from where the repository is', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': careless });
    const { stdout } = await shop.tidings('lint', '--format', 'github');
    expect(stdout.split('\n')).toContain(
      "::warning file=src/channels/order-placed.ts,title=unbounded-string::channel 'order.placed' payload.note: can be of any length: say the longest that makes sense, such as .max(500)",
    );
  });

  test.each([
    [
      '{ rules: { "closed-enums": "off" } }',
      "lint.rules: there is no rule 'closed-enums'; did you mean 'closed-enum'?",
    ],
    [
      '{ rules: { "closed-enum": "warning" } }',
      `lint.rules: 'closed-enum' must be 'off', 'warn' or 'error', not "warning"`,
    ],
    ['{ rule: {} }', "lint: there is no option 'rule'; did you mean 'rules'?"],
    ['[]', "lint: must be an object, such as { rules: { 'closed-enum': 'off' } }"],
    [
      '{ exceptions: [{ rule: "closed-enum", channel: "a.b" }] }',
      'lint.exceptions[0]: must give a reason, for whoever reads it next year',
    ],
    [
      '{ exceptions: [{ rule: "closed-enum", reason: "So." }] }',
      'lint.exceptions[0]: must say where: a channel, a shape, a file, a path; to turn a rule off everywhere, use lint.rules',
    ],
    [
      '{ exceptions: [{ rule: "closed-enum", reason: "So.", channel: "a.b", pat: "x" }] }',
      "lint.exceptions[0]: there is no option 'pat'; did you mean 'path'?",
    ],
  ])('refuses a configuration that is not right: %s', async (lint, problem) => {
    using shop = new WorkspacePackage({
      'src/channels/order-placed.ts': careful,
      'tidings.config.ts': `export default { lint: ${lint} };`,
    });
    expect(await shop.tidings('lint')).toEqual({ exitCode: 1, stdout: '', stderr: `tidings.config.ts: ${problem}\n` });
  });
});

describe('tidings rules and explain', () => {
  test('every rule is listed and explained, in lines that fit', async () => {
    using shop = new WorkspacePackage({});
    type Listed = readonly { readonly id: string }[];
    const { rules, kinds }: { rules: Listed; kinds: Listed } = JSON.parse(
      (await shop.tidings('rules', '--format', 'json')).stdout,
    );
    expect(rules.length).toBeGreaterThan(9);
    const lines = (await shop.tidings('rules')).stdout.split('\n');
    expect(lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().split(' ')[0])).toEqual(
      [...rules, ...kinds].map(({ id }) => id),
    );
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(112);
    const run = await shop.tidings('explain', 'unbounded-string');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatchInlineSnapshot(`
      "unbounded-string (warn)

      Every string has a longest length.

      A string without a limit is a limit that somebody finds in production: the
      column of a database that it does not fit into, the event that is larger than
      the bus takes, the screen that breaks. Whoever publishes gets a clear error if
      there is a limit; without one, every reader has to be ready for anything.

      A limit that is added later refuses what was allowed before, and one that is
      raised is beyond what older readers take: either is a new version. So leave some
      room.

      Instead
        Say the longest that makes sense, or a format that has a length:
        z.string().max(500), z.uuid().

      Before
        note: z.string()

      After
        note: z.string().max(2_000)

      Unless
        The text really has no end, and the size of an event is limited elsewhere.

      In tidings.config.ts
        lint: { rules: { 'unbounded-string': 'off' } }                    // or 'warn', 'error'
        lint: { exceptions: [{ rule: 'unbounded-string', channel: 'order.placed', path: 'payload.note', reason: '…' }] }
      "
    `);
    expect(JSON.parse((await shop.tidings('explain', 'zod-brand', '--format', 'json')).stdout)).toMatchObject({
      id: 'zod-brand',
      severity: 'error',
    });
  });

  test('a rule that there is not', async () => {
    using shop = new WorkspacePackage({});
    expect(await shop.tidings('explain', 'unbound-string')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: "there is no rule 'unbound-string'; did you mean 'unbounded-string'?\n",
    });
  });
});
