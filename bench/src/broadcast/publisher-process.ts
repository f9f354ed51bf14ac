import { loads } from '../events/loads.js';
import { processorMs } from '../process/processor-time.js';
import { say, told } from '../process/talk.js';
import { profiledByStep } from '../profile/spent-time.js';
import { nowMs } from './clock.js';
import { contenderOf } from './contenders/all.js';
import { drive } from './drive.js';
import type { PublisherSaid } from './messages.js';
import { type Shape, type Task, warmShape } from './task.js';

const [, , url = '', text = '{}', place = '0'] = process.argv;
const task = JSON.parse(text) as Task;
const contender = contenderOf(task.contender);
const load = await loads[task.load]();
load.prepare?.();
const apart = 1_000_000_000;

const publishers = await Promise.all(
  Array.from({ length: task.publishers.each }, () => contender.openPublisher(url, load)),
);
const numbers = publishers.map((_, at) => ({ next: (Number(place) * publishers.length + at) * apart }));

// Each counts on its own, so that no two events are the same.
async function driveAll(shape: Shape, forMs: number): Promise<number> {
  const counts = await Promise.all(
    publishers.map((publisher, at) => drive(publisher, load, shape, numbers[at] ?? { next: 0 }, forMs)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

say<PublisherSaid>({ say: 'ready' });
await told('warm');
say<PublisherSaid>({ say: 'warmed', sent: await driveAll(warmShape(task.shape), task.warmMs) });
await told('go');
const spent = await profiledByStep(task.profiled === true);
const begunMs = processorMs();
const begunAt = nowMs();
const sent = await driveAll(task.shape, task.measureMs);
const cpuMs = processorMs() - begunMs;
say<PublisherSaid>({ say: 'sent', sent, begunAt, cpuMs, spentUs: await spent() });
await told('end');
await Promise.all(publishers.map((publisher) => publisher.close()));
process.disconnect();
