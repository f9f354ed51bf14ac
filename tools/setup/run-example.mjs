import { join } from 'node:path';
import { buildPackage } from './build-package.mjs';
import { run, runToExit } from './child-process.mjs';
import { Halt, say, sayHalt } from './halt.mjs';
import { installPackages } from './install-packages.mjs';
import { root, workspaceEnv } from './workspace.mjs';

/** What can be run; the first one unless another is named. */
const examples = ['github-webhooks', 'conversation'];

/**
 * `npm start`: installs, builds what the example needs and runs it with the given arguments.
 * @param {readonly string[]} given
 */
export function main(given) {
  return runToExit(async () => {
    const { name, args } = chosenExample(given);
    const example = { name: `@tidings/example-${name}`, folder: join(root, 'examples', name) };
    await installPackages();
    const env = workspaceEnv();
    await buildPackage(example.name, env);
    say(`running ${[`examples/${name}`, ...args.map(withoutPassword)].join(' ')}\n`);
    const run24 = ['--run', 'start', ...(args.length > 0 ? ['--', ...args] : [])];
    return (await run(join(root, 'node_modules', '.bin', 'node'), run24, { cwd: example.folder, env, show: true }))
      .code;
  }, sayHalt);
}

/**
 * Which example is asked for, and what is said to it.
 * @param {readonly string[]} given
 * @returns {{ name: string, args: readonly string[] }}
 */
export function chosenExample(given) {
  const args = given.flatMap((arg) =>
    arg.startsWith('--example=') ? ['--example', arg.slice('--example='.length)] : [arg],
  );
  const at = args.indexOf('--example');
  const name = at < 0 ? examples[0] : args[at + 1];
  if (name === undefined || !examples.includes(name)) {
    throw new Halt(`--example takes the name of one: ${examples.join(', ')}.`, []);
  }
  return { name, args: at < 0 ? args : args.toSpliced(at, 2) };
}

/**
 * An address without its credentials.
 * @param {string} arg
 */
function withoutPassword(arg) {
  return arg.replace(/(:\/\/).*@/, '$1');
}
