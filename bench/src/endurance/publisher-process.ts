import { RedisBus } from '@tidings/redis';
import { orderOf } from '../durable/order.js';
import { endWithParent } from '../process/end-with-parent.js';
import { hearProgress } from '../process/hear-progress.js';
import { say, told } from '../process/talk.js';
import { memorySeries } from './memory-series.js';
import type { PublisherSaid } from './messages.js';
import { planOf } from './plan.js';
import { streamOf } from './stream.js';

const together = 512;
const underWay = 4;
/** No more than a server keeps for a subscriber that lags, by default: what is beyond that would be lost. */
const mostOnTheirWay = 8_192;

const [, , delivery = '', seconds = '', url = '', port = ''] = process.argv;
endWithParent();
const plan = planOf(Number(seconds));
const stream = streamOf(delivery);
const bus = new RedisBus({ url });
const { progress, close } = await hearProgress(Number(port));
let published = 0;
await publish();
say<PublisherSaid>({ say: 'ready' });
await told('go');

const series = memorySeries(plan, () => published);
const until = performance.now() + plan.seconds * 1_000;
const waiting: Promise<unknown>[] = [];
while (performance.now() < until) {
  await progress.until(published + together - mostOnTheirWay);
  waiting.push(publish());
  if (waiting.length >= underWay) await waiting.shift();
}
await Promise.all(waiting);
// What does not come is for the report.
await progress.until(published).catch(() => {});
say<PublisherSaid>({ say: 'done', published, series });
close();
await bus.close();
process.disconnect();

function publish(): Promise<unknown> {
  const from = published;
  published += together;
  return stream.publish(
    bus,
    Array.from({ length: together }, (_, at) => orderOf(from + at)),
  );
}
