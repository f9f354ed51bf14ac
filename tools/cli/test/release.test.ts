import { describe, expect, test } from 'vitest';
import { ReleaseWorkspace } from './release-workspace.js';
import { channelFile } from './workspace-package.js';

const file = 'src/channels/order-placed.ts';
const placed = (payload: string): string => channelFile('orderPlaced', 'order.placed', payload);
const first: string = placed('z.object({ id: z.uuid() })');
const compatible: string = placed('z.object({ id: z.uuid(), note: z.string().optional() })');
const refined = (text: string): string => placed(`z.object({ id: z.string().refine((id) => id !== '${text}') })`);

async function releasedShop(definition: string, version = '1.0.0'): Promise<ReleaseWorkspace> {
  const shop = new ReleaseWorkspace({ [file]: definition });
  await shop.release(version);
  return shop;
}

const changesets = (shop: ReleaseWorkspace): readonly string[] =>
  shop.list('.changeset').filter((name) => name.endsWith('.md'));

describe('tidings changeset', () => {
  test('writes what the change calls for, and twice the same', async () => {
    using shop = await releasedShop(first);
    shop.write(file, compatible);
    const run = await shop.tidingsAlone('changeset');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const [name = ''] = changesets(shop);
    expect(run.stdout).toBe(`shop: 1 change against 1.0.0: 1 harmless\n  .changeset/${name}: @acme/shop, minor\n`);
    expect(shop.read(`.changeset/${name}`)).toMatchInlineSnapshot(`
      "---
      '@acme/shop': minor
      ---

      Events: 1 changed

      - **Changed**: \`order.placed\`, \`payload.note\`: a property that may be missing came (note)
      "
    `);
    expect((await shop.tidingsAlone('changeset')).stdout).toContain(
      `.changeset/${name}: @acme/shop, minor (as it was)`,
    );
    expect(changesets(shop)).toEqual([name]);
  });

  test('replaces its own when the change is another one, and leaves those of people alone', async () => {
    using shop = await releasedShop(first);
    shop.write('.changeset/by-hand.md', "---\n'@acme/shop': patch\n---\n\nBy hand.\n");
    shop.write(file, compatible);
    await shop.tidings('changeset');
    const [, before = ''] = changesets(shop);
    shop.write(file, placed('z.object({ id: z.uuid(), other: z.string().optional() })'));
    expect((await shop.tidings('changeset')).stdout).toContain(
      `.changeset/${before}: removed, it told of other changes`,
    );
    expect(changesets(shop)).toHaveLength(2);
    shop.write(file, first);
    expect((await shop.tidings('changeset')).exitCode).toBe(0);
    expect(changesets(shop)).toEqual(['by-hand.md']);
  });

  test('leaves those of another package alone, whose contract has the same name', async () => {
    using shop = await releasedShop(first);
    shop.write(file, compatible);
    await shop.tidings('changeset');
    const [name = ''] = changesets(shop);
    const other = name.replace(/[0-9a-f]{10}/, '0123456789');
    shop.write(`.changeset/${other}`, "---\n'@acme-shop': minor\n---\n\nOther.\n");
    await shop.tidings('changeset');
    expect(changesets(shop)).toEqual([other, name].sort());
  });

  test('follows the policy before 1.0', async () => {
    using shop = await releasedShop(first, '0.3.0');
    shop.write(file, compatible);
    expect((await shop.tidings('changeset')).stdout).toContain('@acme/shop, patch');
    shop.write(file, first.replace('orderPlaced', 'placedOrder'));
    expect((await shop.tidings('changeset')).stdout).toContain('@acme/shop, minor');
  });

  test('promises nothing while something is forbidden or open', async () => {
    using shop = await releasedShop(refined('a'));
    shop.write(file, refined('b'));
    const open = await shop.tidings('changeset');
    expect(open.exitCode).toBe(100);
    expect(open.stdout).toContain('shop: no changeset can promise this: mend it, or let it pass by tidings accept');
    shop.write(file, placed('z.object({ id: z.int() })'));
    expect((await shop.tidings('changeset')).exitCode).toBe(100);
    expect((await shop.tidings('changeset', '--check')).exitCode).toBe(100);
    expect(changesets(shop)).toEqual([]);
  });

  test('--check fails when less is promised than needed', async () => {
    using shop = await releasedShop(first);
    expect((await shop.tidings('changeset', '--check')).stdout).toContain('no changeset is needed, promised: none');
    shop.write(file, compatible);
    const none = await shop.tidings('changeset', '--check');
    expect(none.exitCode).toBe(100);
    expect(none.stdout).toContain('@acme/shop needs minor, and no pending changeset raises it: run tidings changeset');
    shop.write('.changeset/by-hand.md', "---\n'@acme/shop': patch\n---\n\nBy hand.\n");
    const less = await shop.tidings('changeset', '--check', '--format', 'github');
    expect(less.exitCode).toBe(100);
    expect(less.stdout).toMatch(
      /^::error file=.*package\.json,title=changeset::.*the pending changesets promise patch/,
    );
    await shop.tidings('changeset');
    expect((await shop.tidings('changeset', '--check')).stdout).toContain('needs minor, promised: minor');
    shop.write('.changeset/by-hand.md', "---\n'@acme/shop': major\n---\n\nBy hand.\n");
    expect((await shop.tidings('changeset', '--check')).exitCode).toBe(0);
  });

  test('says what is missing, and what can not be read', async () => {
    using shop = await releasedShop(first);
    shop.write('.changeset/by-hand.md', 'no changeset');
    const unreadable = await shop.tidings('changeset', '--check');
    expect(unreadable.exitCode).toBe(1);
    expect(unreadable.stderr).toMatch(/^the pending changesets can't be read: /);
    shop.removeAll('.changeset');
    const none = await shop.tidings('changeset');
    expect(none.exitCode).toBe(1);
    expect(none.stderr).toMatch(/^there is no \.changeset folder in .* npx changeset init/);
  });
});

describe('tidings accept', () => {
  async function openFingerprint(shop: ReleaseWorkspace): Promise<string> {
    const { stdout } = await shop.tidings('breaking');
    return /tidings accept ([0-9a-f]{12})/.exec(stdout)?.[1] ?? '';
  }

  test('settles what could not be decided, with a reason, and twice is once', async () => {
    using shop = await releasedShop(refined('a'));
    shop.write(file, refined('b'));
    const fingerprint = await openFingerprint(shop);
    const accept = ['accept', fingerprint.slice(0, 6), '--reason', 'Nobody sends either.'];
    expect((await shop.tidingsAlone(...accept)).stdout).toBe(
      'REFINEMENT_CHANGED of order.placed, payload.id: accepted, in contract.accepted.json\n',
    );
    const record = shop.read('contract.accepted.json');
    expect(JSON.parse(record)).toEqual({
      format: 1,
      accepted: [
        {
          fingerprint,
          kind: 'REFINEMENT_CHANGED',
          channel: 'order.placed',
          version: 1,
          path: 'payload.id',
          reason: 'Nobody sends either.',
        },
      ],
    });
    expect((await shop.tidingsAlone(...accept)).stdout).toContain('was accepted already');
    expect(shop.read('contract.accepted.json')).toBe(record);
    expect((await shop.tidingsAlone('breaking')).stdout).toContain('1 change against 1.0.0: 1 accepted');
    expect((await shop.tidingsAlone('changeset')).stdout).toContain('@acme/shop, minor');
    expect(shop.read(`.changeset/${changesets(shop)[0]}`)).toContain('Accepted: Nobody sends either.');
  });

  test('settles who can read a version, which is stamped from then on', async () => {
    const evolved = (text: string): string =>
      `${refined('a').replace(/;\n$/, '')}\n  .evolve(z.object({ id: z.string()${text} }), { up: (older) => older });\n`;
    using shop = await releasedShop(refined('a'));
    shop.write(file, evolved(''));
    await shop.tidings('generate');
    expect(shop.read('src/generated/order-placed.ts')).not.toContain('readableFrom');
    const fingerprint = await openFingerprint(shop);
    expect((await shop.tidings('accept', fingerprint, '--reason', 'All ids are right.')).exitCode).toBe(0);
    await shop.tidings('generate');
    expect(shop.read('src/generated/order-placed.ts')).toContain('readableFrom(1, definition');
    expect(shop.read('src/generated/order-placed.ts')).toContain('version 2, which readers from version 1 on can read');
  });

  test.each([
    [
      ['accept', 'beefbeef', '--reason', 'x'],
      /no change has the fingerprint beefbeef; there are:\n {2}[0-9a-f]{12} {2}order\.placed {2}REFINEMENT_CHANGED/,
    ],
    [['accept', 'nonsense', '--reason', 'x'], /'nonsense' is no fingerprint of a change/],
    [['accept', 'beefbeef', '--reason', ' '], /--reason says nothing/],
    [['accept', 'beefbeef'], /required option '--reason <sentence>' not specified/],
  ])('%s', async (args, message) => {
    using shop = await releasedShop(refined('a'));
    shop.write(file, refined('b'));
    const run = await shop.tidings(...args);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(message);
  });

  test('a record that can not be read stands in the way of everything that needs it', async () => {
    using shop = await releasedShop(first);
    shop.write('contract.accepted.json', '{ "format": 1 }');
    for (const command of ['breaking', 'changeset', 'generate']) {
      const run = await shop.tidings(command);
      expect(run.exitCode).toBe(1);
      expect(run.stderr).toBe("contract.accepted.json, record: lacks 'accepted'\n");
    }
  });
});

describe('tidings lock', () => {
  test('records a release once, and nothing else under its number', async () => {
    using shop = await releasedShop(first);
    const lock = shop.read('contract.lock.json');
    expect((await shop.tidingsAlone('lock')).stdout).toBe('shop: 1.0.0 is recorded in contract.lock.json, as it is\n');
    shop.write(file, compatible);
    const refused = await shop.tidingsAlone('lock');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(
      /^@acme\/shop 1\.0\.0 is in contract\.lock\.json already, and the definitions say something else now: raise the version/,
    );
    expect(shop.read('contract.lock.json')).toBe(lock);
    await shop.release('1.1.0');
    expect(JSON.parse(shop.read('contract.lock.json')).releases).toEqual(['1.0.0', '1.1.0']);
  });

  test.each([
    [
      '{ "name": "@acme/shop", "version": "0.0.0" }',
      /has version 0\.0\.0, which is none to release: run tidings changeset/,
    ],
    [
      '{ "name": "@acme/shop" }',
      /package\.json has no version: a package that is not released yet has "version": "0\.0\.0"/,
    ],
    ['{ "version": "1.0.0" }', /package\.json has no name/],
    ['{ "name": "@acme/shop", "version": "1.0.0.0foo" }', /has a version that is none, "1\.0\.0\.0foo"/],
  ])('%s', async (manifest, message) => {
    using shop = new ReleaseWorkspace({ [file]: first, 'tidings.config.ts': "export default { contract: 'shop' };\n" });
    shop.write('package.json', manifest);
    const run = await shop.tidings('lock');
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(message);
  });

  test('records nothing that no release may do, and nothing under too small a version', async () => {
    using shop = await releasedShop(placed('z.object({ id: z.uuid(), note: z.string().optional() })'));
    const lock = shop.read('contract.lock.json');
    const locked = async (definition: string, version: string): ReturnType<ReleaseWorkspace['tidings']> => {
      shop.write(file, definition);
      shop.write('package.json', `{ "name": "@acme/shop", "version": "${version}", "type": "module" }\n`);
      return await shop.tidings('lock');
    };
    const forbidden = await locked(placed('z.object({ id: z.int() })'), '2.0.0');
    expect(forbidden.exitCode).toBe(100);
    expect(forbidden.stdout).toContain('shop: 2.0.0 is not recorded: mend it, or let it pass by tidings accept');
    const small = await locked(first, '1.1.0');
    expect(small.exitCode).toBe(1);
    expect(small.stderr).toMatch(/^@acme\/shop goes from 1\.0\.0 to 1\.1\.0, and what has changed needs major/);
    expect((await locked(first, '0.9.0')).stderr).toMatch(/^@acme\/shop has version 0\.9\.0, and 1\.0\.0 was released/);
    expect(shop.read('contract.lock.json')).toBe(lock);
    expect((await locked(first, '2.0.0')).exitCode).toBe(0);
  });

  test('a lock that is lost, or of another contract, is no new beginning', async () => {
    using shop = await releasedShop(first);
    shop.remove('contract.lock.json');
    for (const command of [['breaking'], ['changeset'], ['lock'], ['lock', '--check']]) {
      const run = await shop.tidings(...command);
      expect(run.exitCode).toBe(1);
      expect(run.stderr).toMatch(
        /^contract\.lock\.json is gone, and the last commit has it: .* git checkout HEAD -- contract\.lock\.json/,
      );
    }
    shop.git('checkout', '--quiet', 'HEAD', '--', 'contract.lock.json');
    shop.write('package.json', '{ "name": "@acme/store", "version": "1.0.0", "type": "module" }\n');
    expect((await shop.tidings('breaking')).stderr).toMatch(
      /^contract\.lock\.json is of the contract 'shop', and this one is called 'store'/,
    );
    shop.removeAll('contract.lock.json');
    shop.write('contract.lock.json/x', '');
    expect((await shop.tidings('breaking')).stderr).toBe(
      'contract.lock.json is a folder, and should be a file: move it away\n',
    );
  });

  test('--check lets only that be published which is recorded and committed', async () => {
    using shop = new ReleaseWorkspace({ [file]: first });
    expect((await shop.tidingsAlone('lock', '--check')).stdout).toContain(
      'there is no contract.lock.json: run tidings lock',
    );
    await shop.release('1.0.0');
    expect(await shop.tidingsAlone('lock', '--check')).toEqual({
      exitCode: 0,
      stdout: 'shop: ready to be published as @acme/shop@1.0.0\n',
      stderr: '',
    });
    shop.write('package.json', '{ "name": "@acme/shop", "version": "1.1.0", "type": "module" }\n');
    const raised = await shop.tidingsAlone('lock', '--check');
    expect(raised.exitCode).toBe(100);
    expect(raised.stdout).toContain('contract.lock.json ends with 1.0.0, and package.json has 1.1.0: run tidings lock');
    expect(raised.stdout).toContain('the tree is dirty, so no commit would hold what is published: package.json');
    await shop.release('1.1.0');
    shop.write(file, compatible);
    shop.commit();
    expect((await shop.tidingsAlone('lock', '--check')).stdout).toContain(
      'the definitions are not what contract.lock.json has of 1.1.0: raise the version',
    );
  });
});

test('tidings rules and explain know the kinds of changes', async () => {
  using shop = new ReleaseWorkspace({});
  expect((await shop.tidingsAlone('rules')).stdout).toContain(
    'FIELD_ADDED_REQUIRED       ✗ ✓ ✗ ✓  a property came that has to be there',
  );
  expect(JSON.parse((await shop.tidingsAlone('rules', '--format', 'json')).stdout).kinds).toContainEqual(
    expect.objectContaining({ id: 'KEY_CHANGED', plain: '? ? ✓ ✓' }),
  );
  expect((await shop.tidingsAlone('explain', 'FIELD_ADDED_REQUIRED')).stdout).toMatchInlineSnapshot(`
    "FIELD_ADDED_REQUIRED

    A property came that has to be there.

    Who is hurt
      New readers refuse old events, which lack it; publishers that do not give it
      no longer compile.

    What to do
      Make it optional, or give it a default; or add a version with \`.evolve\` that
      makes it out of what was there.

    In the plain case (what is so in yours, tidings breaking computes)
      ✗ new readers can read old events
      ✓ old readers can read new events
      ✗ publish calls still compile
      ✓ handlers still compile
    "
  `);
  expect((await shop.tidingsAlone('explain', 'BOUND_TIGHTEND')).stderr).toBe(
    "there is no rule 'BOUND_TIGHTEND'; did you mean 'BOUND_TIGHTENED'?\n",
  );
});
