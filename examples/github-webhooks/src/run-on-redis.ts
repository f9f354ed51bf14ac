import { randomBytes } from 'node:crypto';
import pc from 'picocolors';
import { Company, titleOf } from './company.js';
import { type Fate, type Loss, lossTable, verdicts } from './loss-table.js';
import { cutConnection, cutOff, killAndRestart, killed } from './mishaps.js';
import type { Options } from './options.js';
import { type Progress, progressOn } from './progress.js';
import { reachRedis } from './reach-redis.js';
import { receivedEvents } from './receive-webhook.js';

/** Publisher and subscribers in processes of their own, on Redis; one is killed on the way, another cut off. */
export async function runOnRedis({ bus: address, rounds }: Options): Promise<void> {
  // The run's own, and within what a user may touch who may use a RedisBus with its default prefix.
  const run = `tidings:example-${randomBytes(4).toString('hex')}`;
  const place = { address, prefix: `${run}:`, name: run };
  await reachRedis(place);

  const progress = progressOn(process.stdout);
  const problem = (who: string, message: string) => progress.note(pc.red(`${who}: ${message}`));
  using company = new Company(place, rounds, problem);
  try {
    const perRound = await company.ready();
    introduce(company, rounds, perRound);
    const begun = performance.now();
    const cuts = await misadventure(company, rounds * perRound, progress);
    await company.finish();
    progress.end();
    conclude(company, cuts, performance.now() - begun);
  } finally {
    progress.end();
  }
}

function introduce({ place, seats }: Company, rounds: number, perRound: number): void {
  const { host } = new URL(place.address);
  const processes = seats.map(([name, { member }]) => `${titleOf(name)} ${member.pid}`);
  console.log(`${rounds} × ${perRound} real deliveries of ${receivedEvents.length} events, through Redis at ${host}`);
  console.log(`processes: ${processes.join(', ')}`);
  console.log(`channels and connections in Redis begin with ${place.prefix}\n`);
}

/** Lets everything be published, and goes wrong on the way. Returns how often a connection was cut. */
async function misadventure(company: Company, total: number, progress: Progress): Promise<number> {
  const { account } = company.publisher;
  company.waiting.onChange(() => progress.show(account.received, total, account.lastEvent));
  const tell = (line: string) => progress.note(`${pc.dim(`at ${String(account.received).padEnd(6)}`)} ${line}`);
  const share = (part: number) => Math.floor(total * part);

  // Each time no further until a mishap is over: something shall come after it on any machine.
  company.publish(share(0.5));
  await company.received(share(0.25));
  await killAndRestart(company, share(0.35), tell);
  company.publish(share(0.75));
  await company.received(share(0.5));
  const cuts = await cutConnection(company, tell);
  company.publish(total);
  return cuts;
}

function conclude(company: Company, cuts: number, tookMs: number): void {
  const { account: publisher } = company.publisher;
  const fates: Partial<Record<string, Fate>> = { [killed]: 'killed', ...(cuts > 0 ? { [cutOff]: 'cut off' } : {}) };
  const subscribers = Object.entries(company.subscribers);
  const losses = subscribers.map(
    ([name, { account }]): Loss => ({
      name: titleOf(name),
      fate: fates[name] ?? 'undisturbed',
      published: publisher.publishedOn(account.channels ?? []),
      receivedByProcess: account.receivedByProcess,
      reconnects: account.reconnects,
      toldMissing: account.toldMissing,
      toldMissingOn: account.toldMissingOn.size,
    }),
  );
  console.log(`\n${lossTable(losses)}`);
  for (const line of verdicts(losses)) console.log(line);
  console.log(
    'Broadcast is for those who are there, at most once: what is lost is told where somebody is left to be told. What must\nnot be lost is for a durable channel.\n',
  );
  for (const line of subscribers.flatMap(([, { account }]) => account.findings ?? [])) console.log(line);
  const refused = publisher.invalid === 0 ? '' : `, ${publisher.invalid} deliveries refused by the schema`;
  console.log(`\n${publisher.publishedOn()} events${refused} in ${(tookMs / 1_000).toFixed(1)} s`);
}
