import { run } from './child-process.mjs';
import { Halt, say } from './halt.mjs';
import { root, workspaceProgram } from './workspace.mjs';

/**
 * Builds a package of the workspace and what it needs.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @throws Halt if that fails
 */
export async function buildPackage(name, env) {
  say(`building ${name} and what it needs ...`);
  const build = ['run', 'build', `--filter=${name}...`, '--output-logs=errors-only', '--log-order=grouped'];
  const built = await run(workspaceProgram('turbo'), build, { cwd: root, env, shell: process.platform === 'win32' });
  if (built.code === 0) return;
  throw new Halt(
    'the build failed.',
    ['The lines above say where. After a change, npm run build shows more.'],
    built.output.trim(),
  );
}
