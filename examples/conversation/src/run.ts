import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import pc from 'picocolors';
import { chart } from './chart.js';
import { type Company, Progress } from './company.js';
import { findingsOf, isRight } from './findings.js';
import { onInterruption } from './interruption.js';
import { MemoryCompany } from './memory-company.js';
import type { Options } from './options.js';
import { letters, type Plan, planConversations } from './plan.js';
import { ProcessCompany } from './processes/process-company.js';
import { reachRedis } from './reach-redis.js';
import type { Loss } from './record.js';
import { RunFailure } from './run-failure.js';
import { svgChart } from './svg-chart.js';
import { totals } from './totals.js';
import { makeTranscriptFolder, type TranscriptFolder } from './transcript-folder.js';

const conversations = 12;
/** Which part of all events has been handled when a worker is lost. */
const lostAfter = 0.4;
const handledWithinMs = 60_000;

/** Lets the conversations take place, draws who handled what, and tells whether all is as promised. */
export async function run(options: Options): Promise<boolean> {
  const progress = new Progress();
  onInterruption((interruption) => progress.waiting.fail(interruption));
  const plans = planConversations(conversations);
  // The run's own, and within what a user may touch who may use a RedisBus with its default prefix.
  const name = `tidings:example-${randomBytes(4).toString('hex')}`;
  const place = options.redis === undefined ? undefined : { address: options.redis, prefix: `${name}:`, name };
  if (place !== undefined) await reachRedis(place);

  const folder = await makeTranscriptFolder(options.transcripts);
  try {
    await using company =
      place === undefined
        ? new MemoryCompany(plans, folder, progress)
        : new ProcessCompany(place, conversations, folder, progress);
    return await conduct(company, { plans, folder, progress, svg: options.svg });
  } finally {
    if (options.transcripts === undefined) await folder.remove();
  }
}

interface Course {
  readonly plans: readonly Plan[];
  readonly folder: TranscriptFolder;
  readonly progress: Progress;
  readonly svg: string | undefined;
}

async function conduct(company: Company, { plans, folder, progress, svg }: Course): Promise<boolean> {
  const all = plans.reduce((sum, { steps }) => sum + steps.length, 0);
  console.log(`${plans.length} conversations, ${all} events; two workers of the group 'transcripts'`);
  console.log(`${(await company.gather()).join('\n')}\n`);

  const begun = Date.now();
  company.publish();
  if (!(await progress.waiting.until(() => progress.handled.size >= all * lostAfter, handledWithinMs))) {
    throw new RunFailure(`After ${handledWithinMs / 1_000} s only ${progress.handled.size} events have been handled`);
  }
  const at = Date.now();
  await company.lose('A');
  const loss: Loss = { worker: 'A', at, goneAt: Date.now() };
  console.log(`worker A was ${company.loss} after ${at - begun} ms; ${progress.handled.size} events had been handled`);
  // If they are not, the picture shows which.
  const { published, handled, waiting } = progress;
  await waiting.until(() => progress.complete && published.every(({ id }) => handled.has(id)), handledWithinMs);
  console.log(`all were handled after ${Date.now() - begun} ms\n`);
  const leftovers = await company.leave();

  const findings = findingsOf(published, await folder.read(), loss);
  const head = plans[0]?.steps.map(({ letter }) => letter).join('') ?? '';
  const lines = totals(findings, leftovers, company.loss);
  console.log(chart(findings, { head, loss: company.loss }));
  console.log(
    pc.dim(
      `columns: ${Object.entries(letters)
        .map((pair) => pair.join(' '))
        .join(', ')}`,
    ),
  );
  console.log(`\n${lines.join('\n')}`);
  if (svg !== undefined) await write(svg, svgChart(findings, { head, loss: company.loss }, lines));
  const right = isRight(findings) && published.length === all && leftovers.unsettled + leftovers.deadLetters === 0;
  console.log(
    right
      ? pc.green('nothing is missing, and each conversation is in order on each of its channels')
      : pc.red('that is not as promised'),
  );
  return right;
}

async function write(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new RunFailure(`The picture can't be written: ${(error as Error).message}`);
  }
}
