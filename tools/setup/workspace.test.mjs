import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium, findRedisServer } from './test-servers.mjs';
import { packageFolders, readManifest, root } from './workspace.mjs';

test('finds the packages that pnpm-workspace.yaml names', () => {
  const names = packageFolders().map((folder) => readManifest(folder).name);
  expect(names).toContain('@tidings/setup');
  expect(names).toContain('@tidings/core');
});

test('the pnpm that scripts run is the one that package.json pins', () => {
  const { packageManager, devDependencies } = readManifest(root);
  expect(packageManager).toBe(`pnpm@${devDependencies?.pnpm}`);
});

test('scripts run on the Node of the workspace', () => {
  expect(process.version).toBe(`v${readManifest(root).devDependencies?.node}`);
});

test.each([
  ['a Redis server', findRedisServer, 'TIDINGS_REDIS_SERVER'],
  ['a Chromium', findChromium, 'TIDINGS_CHROMIUM'],
])('%s is what the environment says, else what is found', (_what, find, name) => {
  expect(find({ [name]: '/opt/it' })).toBe('/opt/it');
  const empty = mkdtempSync(join(tmpdir(), 'tidings-path-'));
  const found = find({ PATH: empty });
  rmSync(empty, { recursive: true });
  expect(found === undefined || existsSync(found)).toBe(true);
});
