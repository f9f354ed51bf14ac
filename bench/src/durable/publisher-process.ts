import { contenderOf } from './contenders/all.js';
import { orderOf } from './order.js';
import { say, told } from './talk.js';

// As many as a busy service has on its way at a time.
const together = 500;
const underWay = 4;

const [, , name = '', url = ''] = process.argv;
const contender = contenderOf(name);
const publisher = await contender.openPublisher(url);
say({ say: 'ready' });
await told('go');

const begunCpu = process.cpuUsage();
const waiting: Promise<unknown>[] = [];
for (let number = 0; number < contender.orders; number += together) {
  const count = Math.min(together, contender.orders - number);
  waiting.push(publisher.publish(Array.from({ length: count }, (_, at) => orderOf(number + at))));
  if (waiting.length >= underWay) await waiting.shift();
}
await Promise.all(waiting);
const { user, system } = process.cpuUsage(begunCpu);
say({ say: 'done', cpuMs: (user + system) / 1_000 });
await publisher.close();
process.disconnect();
