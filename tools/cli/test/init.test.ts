import { describe, expect, test } from 'vitest';
import { WorkspacePackage } from './workspace-package.js';

const files = ['.gitignore', 'README.md', 'package.json', 'src', 'tsconfig.json'];

/** A folder with nothing in it, as far as init looks. */
function empty(more: Readonly<Record<string, string>> = {}): WorkspacePackage {
  const folder = new WorkspacePackage(more);
  if (more['package.json'] === undefined) folder.remove('package.json');
  return folder;
}

// That its package installs, generates, compiles and passes its own tests is shown in tools/package-check.
describe('tidings init', () => {
  test('makes a package in an empty folder and asks nothing where nobody could answer', async () => {
    using place = empty();
    const run = await place.tidingsAlone('init', '--name', '@acme/orders', '--channel', 'order.placed');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(/^@acme\/orders, in this folder:\n {2}package\.json\n/);
    // This test is in a workspace of pnpm.
    expect(run.stdout).toMatch(/\nNext:\n {2}pnpm install\n {2}pnpm test\n$/);
    expect(place.list('.').filter((name) => name !== 'node_modules')).toEqual(files);
    expect(JSON.parse(place.read('package.json'))).toMatchObject({
      name: '@acme/orders',
      type: 'module',
      exports: { '.': { types: './dist/generated/index.d.ts', default: './dist/generated/index.js' } },
      dependencies: { '@tidings/core': expect.stringMatching(/^\^\d/), zod: expect.stringMatching(/^\^4/) },
      devDependencies: { '@tidings/cli': expect.stringMatching(/^\^\d/), typescript: expect.any(String) },
    });
    expect(place.read('README.md')).toContain('| `order.placed` | `orderPlaced` | `id` | ');
    // What it made can be generated from, and has nothing to be said against.
    expect(await place.tidingsAlone('generate')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await place.tidingsAlone('lint', '--strict')).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('depends on the versions that this workspace compiles and tests with', async () => {
    using place = empty();
    await place.tidings('init', '--yes');
    const { devDependencies } = JSON.parse(place.read('package.json'));
    const { typescript } = JSON.parse(place.read('../../../../package.json')).devDependencies;
    expect(devDependencies.typescript).toBe(`^${typescript}`);
    const nodeTypes = /"@types\/node": (\S+)/.exec(place.read('../../../../pnpm-workspace.yaml'))?.[1];
    expect(devDependencies['@types/node']).toBe(`^${nodeTypes}`);
  });

  test('overwrites nothing', async () => {
    using place = empty({ 'README.md': 'mine', '.gitignore': 'mine' });
    const run = await place.tidings('init', '--yes');
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('  README.md (was there, and was left as it is)\n');
    expect(place.read('README.md')).toBe('mine');
    expect(place.read('.gitignore')).toBe('mine');
    const made = place.read(`src/channels/${place.list('src/channels')[0]}`);
    const again = await place.tidings('init', '--yes', '--name', 'other');
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toMatch(
      /^this folder has package\.json, tsconfig\.json, .*nothing is overwritten: .* Nothing was written\.\n$/,
    );
    expect(place.read(`src/channels/${place.list('src/channels')[0]}`)).toBe(made);
  });

  test('leaves an existing file in the place of the folder alone', async () => {
    using place = empty({ orders: 'a file' });
    expect(await place.tidings('init', 'orders', '--yes')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'orders is a file: name a folder\n',
    });
  });

  test.each([
    [
      'pnpm',
      {
        'pnpm-workspace.yaml': 'packages:\n  # Ours.\n  - "schemas/*"\n  - tools/*\n',
        'package.json': '{ "name": "@acme/root" }',
      },
    ],
    ['npm', { 'package.json': '{ "name": "@acme/root", "workspaces": ["schemas/*"] }' }],
    [
      'yarn',
      { 'package.json': '{ "name": "@acme/root", "workspaces": { "packages": ["schemas/*"] } }', 'yarn.lock': '' },
    ],
    ['bun', { 'package.json': '{ "name": "@acme/root", "workspaces": ["schemas/*"], "packageManager": "bun@1.3.0" }' }],
  ])('finds the workspace of %s that it is in', async (manager, workspace) => {
    using place = empty(workspace);
    const run = await place.tidings('init', 'schemas/orders');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(/^@acme\/orders, in schemas\/orders:\n/);
    expect(run.stdout).toContain(`Next:\n  cd schemas/orders\n  ${manager} install\n  ${manager} test\n`);
    expect(run.stdout).not.toContain('does not name this folder');
    expect((await place.tidings('init', 'elsewhere/orders')).stdout).toContain(
      `${manager === 'pnpm' ? 'pnpm-workspace.yaml' : 'package.json'} of the workspace does not name this folder: add it to its packages.\n`,
    );
  });

  test.each([['"https://github.com/acme/root"'], ['{ "type": "git", "url": "https://github.com/acme/root" }']])(
    'says where it is, if the workspace says %s',
    async (repository) => {
      using place = empty({ 'package.json': `{ "workspaces": ["schemas/*"], "repository": ${repository} }` });
      await place.tidings('init', 'schemas/orders', '--yes');
      expect(JSON.parse(place.read('schemas/orders/package.json'))).toMatchObject({
        repository: { type: 'git', url: 'https://github.com/acme/root', directory: 'schemas/orders' },
        files: expect.arrayContaining(['spec', 'contract.lock.json']),
      });
    },
  );

  test('refuses names that can not be, all at once', async () => {
    using place = empty();
    const run = await place.tidings('init', '--name', 'Orders!', '--channel', 'Placed');
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toBe(
      '--name: npm takes lower-case letters, digits, - and _, with a scope if you like, such as @acme/orders; not "Orders!"\n' +
        '--channel: say what happened to what, in lower-case words joined by dots, such as order.placed; not "Placed"\n',
    );
    expect(place.list('.')).toEqual(['node_modules']);
  });

  test('a description of any characters', async () => {
    using place = empty();
    const description = 'It\'s "here" | `x` $ {y} */ \\ \n next';
    await place.tidings('init', '--name', 'x', '--channel', 'x.y', '--description', description);
    expect(await place.tidings('generate')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(place.read('README.md')).toContain('It\'s "here" \\| `x` $ {y} */ \\ next |');
  });
});
