import { noteOf } from '../events/note.js';
import { processorMs } from '../process/processor-time.js';
import { say } from '../process/talk.js';
import { profiledByStep } from '../profile/spent-time.js';
import { contenderOf } from './contenders/all.js';
import type { Said } from './messages.js';
import { Tally } from './tally.js';

// What is published together, out of notes that are there already: making them is nobody's work but ours.
const together = 512;
const bursts = Array.from({ length: 16 }, (_, burst) => {
  const notes = Array.from({ length: together }, (_, at) => noteOf(burst * together + at));
  return { notes, sum: notes.reduce((sum, { number }) => sum + number, 0) };
});

const [, , name = '', handlers = '', events = '', profiled = ''] = process.argv;
const times = Number(handlers);
const rounds = Math.ceil(Number(events) / together);
const tally = new Tally();
const publish = await contenderOf(name).open(times, tally.handled);

/** Publishes so many bursts, and waits until all has arrived. */
async function run(count: number, afterEach: () => void = () => {}): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const burst = bursts[number % bursts.length];
    if (burst === undefined) continue;
    tally.expect(together * times, burst.sum * times);
    await publish(burst.notes);
    // Many handlers take longer than one publisher, and what waits for each of them is bounded.
    if (times > 1) await tally.complete();
    afterEach();
  }
  await tally.complete();
}

/** How many bytes of the heap a burst takes, as far as no collection came between. */
async function burstBytes(): Promise<number> {
  let before = process.memoryUsage().heapUsed;
  let bytes = 0;
  let counted = 0;
  await run(256, () => {
    const now = process.memoryUsage().heapUsed;
    if (now >= before) {
      bytes += now - before;
      counted += 1;
    }
    before = now;
  });
  return bytes / Math.max(1, counted);
}

await run(Math.ceil(rounds / 4));
const spent = await profiledByStep(profiled === 'profiled');
const begunMs = processorMs();
const begun = performance.now();
await run(rounds);
const tookMs = performance.now() - begun;
const cpuMs = processorMs() - begunMs;
const spentUs = await spent();
const heapBytes = times > 1 ? 0 : (await burstBytes()) / together;
say<Said>({ say: 'done', tookMs, cpuMs, heapBytes, spentUs });
process.disconnect();
