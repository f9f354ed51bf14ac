import pc from 'picocolors';
import { readDeliveries } from './deliveries.js';
import { openBus } from './open-bus.js';
import type { Options } from './options.js';
import { progressOn } from './progress.js';
import { receiveAll } from './receive-all.js';
import { receivedEvents } from './receive-webhook.js';
import { channelTable } from './report.js';
import { subscribers } from './subscribers.js';
import { Tally } from './tally.js';

/** Publisher and subscribers in this process, on the memory bus. */
export async function runOnMemory(options: Options): Promise<void> {
  const bus = openBus(options.bus);
  const tally = new Tally(bus);
  bus.on('error', (error) => console.error(pc.red(error.message)));

  const findings = [];
  for (const subscribe of Object.values(subscribers)) findings.push(await subscribe(bus));

  const deliveries = await readDeliveries(receivedEvents);
  console.log(`${deliveries.length} real deliveries of ${receivedEvents.length} events, on the ${options.bus} bus\n`);

  const begun = performance.now();
  const progress = progressOn(process.stdout);
  const count = deliveries.length * options.rounds;
  let done = 0;
  await receiveAll(bus, deliveries, options.rounds, (event, outcome) => {
    if (outcome === 'invalid') tally.of(`github.${event}`).invalid += 1;
    done += 1;
    progress.show(done, count, event);
    return undefined;
  });
  progress.end();
  await bus.close();
  const found = await Promise.all(findings.map((finding) => finding()));
  const tookMs = performance.now() - begun;

  console.log(channelTable(tally));
  for (const line of found.flat()) console.log(line);
  const { published } = tally.total();
  console.log(`\n${published} events in ${tookMs.toFixed(0)} ms`);
}
