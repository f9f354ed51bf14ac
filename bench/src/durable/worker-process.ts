import { processorMs } from '../process/processor-time.js';
import { say, told } from '../process/talk.js';
import { profiledByStep } from '../profile/spent-time.js';
import { contenderOf } from './contenders/all.js';
import type { Said } from './messages.js';

/** How often it tells what it has handled. */
const tellMs = 10;

const [, , name = '', url = '', profiled = ''] = process.argv;
const handled = { count: 0, sum: 0 };
let toldCount = 0;
const worker = await contenderOf(name).openWorker(url, (number) => {
  handled.count += 1;
  handled.sum += number;
});
const spent = await profiledByStep(profiled === 'profiled');
const begunMs = processorMs();
say<Said>({ say: 'ready' });
const telling = setInterval(tell, tellMs);
await told('stop');
await worker.close();
clearInterval(telling);
tell();
const cpuMs = processorMs() - begunMs;
say<Said>({ say: 'done', cpuMs, spentUs: await spent() });
process.disconnect();

function tell(): void {
  if (handled.count === toldCount) return;
  toldCount = handled.count;
  say<Said>({ say: 'handled', so: handled });
}
