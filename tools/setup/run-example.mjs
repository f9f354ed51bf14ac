import { join } from 'node:path';
import { run, runToExit } from './child-process.mjs';
import { Halt, say, sayHalt } from './halt.mjs';
import { installPackages } from './install-packages.mjs';
import { root, workspaceEnv, workspaceProgram } from './workspace.mjs';

const example = { name: '@tidings/example-github-webhooks', folder: join(root, 'examples', 'github-webhooks') };

/**
 * `npm start`: installs, builds what the example needs and runs it with the given arguments.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runToExit(async () => {
    await installPackages();
    say(`building ${example.name} and what it needs ...`);
    const env = workspaceEnv();
    const build = ['run', 'build', `--filter=${example.name}...`, '--output-logs=errors-only', '--log-order=grouped'];
    const built = await run(workspaceProgram('turbo'), build, { cwd: root, env, shell: process.platform === 'win32' });
    if (built.code !== 0) {
      throw new Halt(
        'the build failed.',
        ['The lines above say where. After a change, npm run build shows more.'],
        built.output.trim(),
      );
    }
    say(`running ${['examples/github-webhooks', ...args.map(withoutPassword)].join(' ')}\n`);
    const run24 = ['--run', 'start', ...(args.length > 0 ? ['--', ...args] : [])];
    return (await run(join(root, 'node_modules', '.bin', 'node'), run24, { cwd: example.folder, env, show: true }))
      .code;
  }, sayHalt);
}

/**
 * An address without its credentials.
 * @param {string} arg
 */
function withoutPassword(arg) {
  return arg.replace(/(:\/\/).*@/, '$1');
}
