import { orderOf } from '../durable/order.js';
import { endWithParent } from '../process/end-with-parent.js';
import { hearProgress } from '../process/hear-progress.js';
import { processorMs } from '../process/processor-time.js';
import { say, told } from '../process/talk.js';
import { contenderOf } from './contenders/all.js';
import type { PublisherSaid } from './messages.js';
import { perBurst, topics, warmUp } from './topics.js';

// No more than a server keeps for a subscriber that lags, by default: what is beyond that would be lost.
const mostOnTheirWay = 8_192;

const [, , name = '', port = '', ...urls] = process.argv;
endWithParent();
const contender = contenderOf(name);
const { progress, close } = await hearProgress(Number(port));
const publisher = await contender.openPublisher(urls);
await send(0, warmUp);
say<PublisherSaid>({ say: 'ready' });
await told('go');

const begunMs = processorMs();
await send(warmUp, warmUp + contender.orders);
say<PublisherSaid>({ say: 'done', cpuMs: processorMs() - begunMs });
close();
await publisher.close();
process.disconnect();

async function send(from: number, to: number): Promise<void> {
  const waiting: Promise<unknown>[] = [];
  for (let number = from; number < to; number += perBurst) {
    const count = Math.min(perBurst, to - number);
    const topic = Math.floor(number / perBurst) % topics.length;
    if (number + count - progress.arrived > mostOnTheirWay) await progress.until(number + count - mostOnTheirWay);
    const orders = Array.from({ length: count }, (_, at) => orderOf(number + at));
    waiting.push(publisher.publish(topic, orders));
    if (waiting.length >= 2 * topics.length) await waiting.shift();
  }
  await Promise.all(waiting);
  await progress.until(to);
}
