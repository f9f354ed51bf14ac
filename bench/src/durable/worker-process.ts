import { say } from '../process/talk.js';
import { contenderOf } from './contenders/all.js';
import type { Said } from './messages.js';

const [, , name = '', url = ''] = process.argv;
const contender = contenderOf(name);
let handled = 0;
let allHandled: () => void = () => {};
const all = new Promise<void>((resolve) => {
  allHandled = resolve;
});
const worker = await contender.openWorker(url, (count) => {
  handled += count;
  if (handled >= contender.orders) allHandled();
});
const begunCpu = process.cpuUsage();
say<Said>({ say: 'ready' });
await all;
await worker.close();
const { user, system } = process.cpuUsage(begunCpu);
say<Said>({ say: 'done', cpuMs: (user + system) / 1_000 });
process.disconnect();
