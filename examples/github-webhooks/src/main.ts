import { type EventBus, isTidingsError } from '@tidings/core';
import pc from 'picocolors';
import { readCommits } from './commit-log.js';
import { type Delivery, readDeliveries } from './deliveries.js';
import { openBus } from './open-bus.js';
import { type Options, readOptions, UsageError, usage } from './options.js';
import { progressOn } from './progress.js';
import { receivedEvents, receiveWebhook } from './receive-webhook.js';
import { channelTable, findings } from './report.js';
import { watchRepositories } from './repository-activity.js';
import { keepReviewBoard } from './review-board.js';
import { Tally } from './tally.js';

async function main(options: Options): Promise<void> {
  const bus = openBus(options.bus);
  const tally = new Tally(bus);
  bus.on('error', (error) => console.error(pc.red(error.message)));

  const repositories = await watchRepositories(bus);
  const board = await keepReviewBoard(bus);
  const { log, finished } = await readCommits(bus);

  const all = await readDeliveries();
  const deliveries = all.filter(({ event }) => receivedEvents.includes(event));
  console.log(`${deliveries.length} real deliveries of ${receivedEvents.length} events, on the ${options.bus} bus\n`);

  const begun = performance.now();
  await receiveAll(bus, deliveries, options.rounds, tally);
  await bus.close();
  await finished;
  const tookMs = performance.now() - begun;

  console.log(channelTable(tally));
  for (const line of findings(repositories, board, log)) console.log(line);
  const { published } = tally.total();
  console.log(`\n${published} events in ${tookMs.toFixed(0)} ms`);
}

/** Receives every delivery, as a service would from its HTTP requests. */
async function receiveAll(bus: EventBus, deliveries: readonly Delivery[], rounds: number, tally: Tally): Promise<void> {
  const progress = progressOn(process.stdout);
  const count = deliveries.length * rounds;
  let done = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const { event, body } of deliveries) {
      try {
        await receiveWebhook(bus, event, body);
      } catch (error) {
        if (!isTidingsError(error, 'invalid_payload')) throw error;
        tally.of(`github.${event}`).invalid += 1;
      }
      done += 1;
      progress.show(done, count, event);
    }
  }
  progress.end();
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else await main(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 1;
}
