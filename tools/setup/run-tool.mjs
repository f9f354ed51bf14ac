import { join } from 'node:path';
import { bringRedis } from './bring-test-servers.mjs';
import { buildPackage } from './build-package.mjs';
import { run, runToExit } from './child-process.mjs';
import { sayHalt } from './halt.mjs';
import { installPackages } from './install-packages.mjs';
import { root, workspaceEnv } from './workspace.mjs';

/**
 * `npm run faults`, `npm run bench` and `npm run release:rehearsal`: installs, brings a Redis, builds what a program of this workspace needs and runs it.
 * @param {{ readonly name: string, readonly folder: string }} tool its package
 * @param {readonly string[]} args for its program
 */
export function main(tool, args) {
  // Standard output is for the figures, which may be wanted as JSON.
  console.log = console.error;
  return runToExit(async () => {
    await installPackages();
    // It starts, stops and kills servers of its own, so that none that is given will do.
    delete process.env.REDIS_URL;
    const env = workspaceEnv(await bringRedis());
    await buildPackage(tool.name, env);
    const node = join(root, 'node_modules', '.bin', 'node');
    return (await run(node, [join(root, tool.folder, 'dist', 'main.js'), ...args], { cwd: root, env, show: true }))
      .code;
  }, sayHalt);
}
