import { noteOf } from '../events/note.js';
import { say } from '../process/talk.js';
import { type Measure, measures } from './holder.js';
import { holderOf } from './holders/all.js';
import type { Said } from './messages.js';

const [, , name = '', measure = ''] = process.argv;

/** What is on the heap, nothing of it garbage. */
async function heapUsed(): Promise<number> {
  for (let time = 0; time < 4; time += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return process.memoryUsage().heapUsed;
}

async function bytesOf(what: Measure, count: number): Promise<number> {
  const holder = holderOf(name);
  const prepare = what === 'buffered' ? holder.buffered?.bind(holder, noteOf) : holder[what]?.bind(holder);
  if (prepare === undefined) throw new RangeError(`'${name}' has nothing to count for '${what}'`);
  // Once before, so that what is compiled and made at first use is not counted.
  await prepare(count / 10)();
  const make = prepare(count);
  const before = await heapUsed();
  const held = await make();
  const bytes = (await heapUsed()) - before;
  const found = await held.count();
  if (found !== count) throw new Error(`of ${count} there are ${found}`);
  return bytes / count;
}

const what = (Object.keys(measures) as Measure[]).find((each) => each === measure);
if (what === undefined) throw new RangeError(`there is nothing to count that is called '${measure}'`);
say<Said>({ say: 'counted', bytes: await bytesOf(what, measures[what]) });
process.disconnect();
