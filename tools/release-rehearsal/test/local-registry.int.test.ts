import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder } from '@tidings/test-redis';
import { expect, test } from 'vitest';
import { LocalRegistry } from '../src/local-registry.js';
import { runCommand } from '../src/run-command.js';
import { teamEnv } from '../src/team-env.js';

test('it takes a package from npm and from pnpm, and keeps both while it is down', async () => {
  await using registry = await LocalRegistry.start(['@here']);
  const folder = await keptFolder();
  const env = await teamEnv();
  writeFileSync(join(folder, '.npmrc'), registry.npmrc);
  for (const [name, publish] of [
    ['one', 'npm publish --access public'],
    ['two', 'pnpm publish --access public --no-git-checks'],
  ] as const) {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    writeFileSync(join(cwd, '.npmrc'), registry.npmrc);
    writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: `@here/${name}`, version: '1.2.3' }));
    expect(await runCommand(publish, { cwd, env })).toMatchObject({ code: 0 });
  }
  expect(await registry.versionsOf('@here/one')).toEqual(['1.2.3']);

  await registry.stop();
  await expect(registry.versionsOf('@here/one')).rejects.toThrow();
  await registry.restart();
  expect(await registry.versionsOf('@here/two')).toEqual(['1.2.3']);
  expect(await registry.versionsOf('@here/three')).toEqual([]);
});

test('it takes nothing from strangers, and says nothing of other scopes', async () => {
  await using registry = await LocalRegistry.start(['@here']);
  const cwd = await keptFolder();
  writeFileSync(join(cwd, '.npmrc'), registry.npmrc.replace(/^\/\/.*$/m, ''));
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: '@here/one', version: '1.2.3' }));
  const refused = await runCommand('npm publish --access public', { cwd, env: await teamEnv() });
  expect(refused.code).not.toBe(0);
  expect(await registry.versionsOf('@here/one')).toEqual([]);
  expect((await fetch(new URL('zod', registry.url))).status).toBeGreaterThanOrEqual(400);
});
