import { loads } from '../events/loads.js';
import { sentAtOf } from '../events/note.js';
import { processorMs } from '../process/processor-time.js';
import { say, told } from '../process/talk.js';
import { profiledByStep } from '../profile/spent-time.js';
import { nowMs } from './clock.js';
import { contenderOf } from './contenders/all.js';
import { Latencies } from './latencies.js';
import type { SubscriberSaid } from './messages.js';
import { Receipts } from './receipts.js';
import type { Task } from './task.js';
import { toldCount } from './told-count.js';

const [, , url = '', text = '{}'] = process.argv;
const task = JSON.parse(text) as Task;
const load = await loads[task.load]();
const contender = contenderOf(task.contender);
const receipts = new Receipts();
const latencies = new Latencies();

const count = (): void => receipts.add();
const time = (data: object): void => {
  receipts.add();
  latencies.add(nowMs() * 1_000 - sentAtOf(data));
};
const received = task.shape.kind === 'rate' ? time : count;

const subscribers = await Promise.all(
  Array.from({ length: task.subscribers.each }, () => contender.openSubscriber(url, load, received)),
);
say<SubscriberSaid>({ say: 'ready' });
await receipts.expect((await toldCount('warmed')) * subscribers.length);
const warmed = receipts.count;
receipts.clear();
latencies.clear();
const spent = await profiledByStep(task.profiled === true);
const begunMs = processorMs();
say<SubscriberSaid>({ say: 'warmed', received: warmed });
await receipts.expect((await toldCount('sent')) * subscribers.length);
const cpuMs = processorMs() - begunMs;
say<SubscriberSaid>({
  say: 'received',
  received: receipts.count,
  lastAt: receipts.lastAt,
  cpuMs,
  latencies: latencies.quantiles(),
  spentUs: await spent(),
});
await told('end');
await Promise.all(subscribers.map((subscriber) => subscriber.close()));
process.disconnect();
