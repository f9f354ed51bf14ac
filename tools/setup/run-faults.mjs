import { join } from 'node:path';
import { bringRedis } from './bring-test-servers.mjs';
import { run, runToExit } from './child-process.mjs';
import { Halt, say, sayHalt } from './halt.mjs';
import { installPackages } from './install-packages.mjs';
import { root, workspaceEnv, workspaceProgram } from './workspace.mjs';

const runner = { name: '@tidings/faults', program: join(root, 'tools', 'faults', 'dist', 'main.js') };

/**
 * `npm run faults`: installs, brings a Redis, builds what the fault runner needs and runs it with the given arguments.
 * @param {readonly string[]} args
 */
export function main(args) {
  // Standard output is for the figures, which may be wanted as JSON.
  console.log = console.error;
  return runToExit(async () => {
    await installPackages();
    // It starts, stops and kills servers, so that none that is given will do.
    delete process.env.REDIS_URL;
    const env = workspaceEnv(await bringRedis());
    say(`building ${runner.name} and what it needs ...`);
    const build = ['run', 'build', `--filter=${runner.name}...`, '--output-logs=errors-only', '--log-order=grouped'];
    const built = await run(workspaceProgram('turbo'), build, { cwd: root, env, shell: process.platform === 'win32' });
    if (built.code !== 0) {
      throw new Halt(
        'the build failed.',
        ['The lines above say where. After a change, npm run build shows more.'],
        built.output.trim(),
      );
    }
    const node = join(root, 'node_modules', '.bin', 'node');
    return (await run(node, [runner.program, ...args], { cwd: root, env, show: true })).code;
  }, sayHalt);
}
