import { endWithParent } from '../process/end-with-parent.js';
import { processorMs } from '../process/processor-time.js';
import { say } from '../process/talk.js';
import { tellProgress } from '../process/tell-progress.js';
import { contenderOf } from './contenders/all.js';
import type { SubscriberSaid } from './messages.js';
import { warmUp } from './topics.js';

const [, , name = '', ...urls] = process.argv;
endWithParent();
const contender = contenderOf(name);
const told = await tellProgress(512);
let handled = 0;
let allHandled: () => void = () => {};
const all = new Promise<void>((resolve) => {
  allHandled = resolve;
});
const subscriber = await contender.openSubscriber(urls, (count) => {
  handled += count;
  told.reached(handled);
  if (handled >= warmUp + contender.orders) allHandled();
});
const begunMs = processorMs();
say<SubscriberSaid>({ say: 'ready', port: told.port });
await all;
// Without acknowledgements there is nothing left to do.
if (contender.durable) await subscriber.close();
say<SubscriberSaid>({ say: 'done', cpuMs: processorMs() - begunMs });
if (!contender.durable) await subscriber.close();
told.close();
process.disconnect();
