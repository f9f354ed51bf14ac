import { processorMs } from '../process/processor-time.js';
import { say, told } from '../process/talk.js';
import { profiledByStep } from '../profile/spent-time.js';
import { contenderOf } from './contenders/all.js';
import type { Said } from './messages.js';
import { orderOf } from './order.js';

// As many as a busy service has on its way at a time.
const together = 500;
const underWay = 4;

const [, , name = '', url = '', profiled = ''] = process.argv;
const contender = contenderOf(name);
const publisher = await contender.openPublisher(url);
say<Said>({ say: 'ready' });
await told('go');

const spent = await profiledByStep(profiled === 'profiled');
const begunMs = processorMs();
const waiting: Promise<unknown>[] = [];
for (let number = 0; number < contender.orders; number += together) {
  const count = Math.min(together, contender.orders - number);
  waiting.push(publisher.publish(Array.from({ length: count }, (_, at) => orderOf(number + at))));
  if (waiting.length >= underWay) await waiting.shift();
}
await Promise.all(waiting);
const cpuMs = processorMs() - begunMs;
say<Said>({ say: 'done', cpuMs, spentUs: await spent() });
await publisher.close();
process.disconnect();
