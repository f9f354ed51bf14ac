import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { bringChromium, bringRedis } from './bring-test-servers.mjs';
import { run, runToExit } from './child-process.mjs';
import { Halt, say, sayHalt } from './halt.mjs';
import { installPackages } from './install-packages.mjs';
import { closingLine, contractLines, totalsOf } from './test-totals.mjs';
import { packageFolders, readManifest, root, workspaceEnv, workspaceProgram } from './workspace.mjs';

const summaries = join(root, '.turbo', 'runs');

/**
 * `npm test`: installs, brings the servers that tests need, lints, type-checks, tests, and closes with the totals.
 * @param {readonly string[]} args for turbo, such as --force or --filter=@tidings/core
 */
export function main(args) {
  return runToExit(async () => {
    await installPackages();
    // Turbo's own ten at a time would have the tests wait for a core, and time out. A --concurrency among the arguments wins.
    const concurrency = { TURBO_CONCURRENCY: String(Math.max(2, availableParallelism())) };
    const env = workspaceEnv({ ...concurrency, ...(await bringRedis()), ...(await bringChromium()) });
    const tested = packageFolders().filter((folder) => readManifest(folder).scripts?.test);
    // A result that is there afterwards is of this run: written by it, or restored by turbo for the same inputs.
    for (const folder of tested) rmSync(join(folder, 'test-results.json'), { force: true });
    rmSync(summaries, { recursive: true, force: true });

    say('turbo run lint typecheck test ...');
    const turbo = [
      'run',
      'lint',
      'typecheck',
      'test',
      '--continue=dependencies-successful',
      '--output-logs=errors-only',
    ];
    let turboCode = 0;
    for (const part of partsOf(args)) {
      const { code } = await run(workspaceProgram('turbo'), [...turbo, ...part, '--summarize', ...args], {
        cwd: root,
        env,
        show: true,
        shell: process.platform === 'win32',
      });
      turboCode ||= code;
    }
    return report(turboCode, tested);
  }, sayHalt);
}

/**
 * The rows of the fault table need the machine to themselves: under the load of other tests, a fault may strike nobody.
 * @param {readonly string[]} args
 */
function partsOf(args) {
  if (args.some((arg) => /^(--filter|-F)\b/.test(arg))) return [[]];
  return [['--filter=!@tidings/faults'], ['--filter=@tidings/faults']];
}

/**
 * @param {number} turboCode
 * @param {readonly string[]} tested
 */
function report(turboCode, tested) {
  const { tasks, packages } = turboSummary();
  const failedTasks = tasks.filter((task) => task.exitCode !== 0 && task.exitCode !== undefined);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const failures = [];
  /** @type {string[]} */
  const skips = [];
  /** @type {import('./test-totals.mjs').Totals['contract']} */
  const contract = new Map();
  for (const folder of tested) {
    const name = readManifest(folder).name ?? relative(root, folder);
    const file = join(folder, 'test-results.json');
    if (!existsSync(file)) {
      // Turbo doesn't list a task that never ran because a build before it failed.
      if (packages.includes(name) && !failedTasks.some((task) => task.id === `${name}#test`))
        failures.push(`${name}: its tests did not run`);
      continue;
    }
    const totals = totalsOf(JSON.parse(readFileSync(file, 'utf8')));
    console.log(`  ${name.padEnd(36)} ${closingLine({ ...totals, skipped: totals.skips.length })}`);
    for (const [bus, count] of totals.contract) contract.set(bus, count);
    counts.passed += totals.passed;
    counts.skipped += totals.skips.length;
    failures.push(...totals.failures.map((test) => `${name}: ${test}`));
    skips.push(...totals.skips.map((test) => `${name}: ${test}`));
  }
  for (const task of failedTasks) {
    const tests = failures.some((failure) => failure.startsWith(`${task.id.replace(/#test$/, '')}: `));
    if (!tests) failures.push(`${task.id} failed, see above`);
  }
  if (turboCode !== 0 && failures.length === 0) failures.push(`turbo ended with code ${turboCode}, see above`);
  if (contract.size > 0) console.log('the contract suite:');
  for (const line of contractLines(contract)) console.log(line);
  list('skipped:', skips);
  list('failed: ', failures);
  counts.failed = failures.length;
  if (counts.passed === 0 && counts.failed === 0) {
    throw new Halt('no test ran.', ['Check the --filter, if you gave one.']);
  }
  console.log(closingLine(counts));
  return counts.failed > 0 ? 1 : 0;
}

/**
 * @param {string} label
 * @param {readonly string[]} names
 */
function list(label, names) {
  const shown = 50;
  for (const name of names.slice(0, shown)) console.log(`  ${label} ${name}`);
  if (names.length > shown) console.log(`  ${label} ${names.length - shown} more, in the packages' test-results.json`);
}

/**
 * What turbo's own summary says: the packages in scope, and the tasks that ran or were restored.
 * @returns {{ packages: string[], tasks: Array<{ id: string, exitCode: number | undefined }> }}
 */
function turboSummary() {
  const runs = existsSync(summaries) ? readdirSync(summaries) : [];
  /** @type {ReadonlyArray<{ packages: string[], tasks: Array<{ taskId: string, execution?: { exitCode?: number } }> }>} */
  const all = runs.map((name) => JSON.parse(readFileSync(join(summaries, name), 'utf8')));
  return {
    packages: all.flatMap(({ packages }) => packages),
    tasks: all.flatMap(({ tasks }) =>
      tasks.map(({ taskId, execution }) => ({ id: taskId, exitCode: execution?.exitCode })),
    ),
  };
}
