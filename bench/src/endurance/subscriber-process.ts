import { RedisBus } from '@tidings/redis';
import { endWithParent } from '../process/end-with-parent.js';
import { say, told } from '../process/talk.js';
import { tellProgress } from '../process/tell-progress.js';
import { memorySeries } from './memory-series.js';
import type { SubscriberSaid } from './messages.js';
import { planOf } from './plan.js';
import { streamOf } from './stream.js';

const [, , delivery = '', seconds = '', url = ''] = process.argv;
endWithParent();
const progress = await tellProgress(512);
const bus = new RedisBus({ url });
let gaps = 0;
let missed = 0;
let problems = 0;
bus.on('gap', (gap) => {
  gaps += 1;
  missed += gap.count ?? 0;
  console.error(`${delivery}: a gap of ${gap.count ?? 'some'} (${gap.reason})`);
});
bus.on('error', (error) => problem(error.message));
bus.on('invalid', ({ reason }) => problem(`an invalid event (${reason})`));
let handled = 0;
let different = 0;
let next = 0;
await streamOf(delivery).subscribe(bus, ({ number }) => {
  handled += 1;
  // By their number: those that were lost are not waited for.
  if (number < next) return;
  different += 1;
  next = number + 1;
  progress.reached(next);
});
say<SubscriberSaid>({ say: 'ready', port: progress.port });
await told('go');
const series = memorySeries(planOf(Number(seconds)), () => different);
await told('end');
await bus.close();
say<SubscriberSaid>({ say: 'done', handled, different, gaps, missed, problems, series });
progress.close();
process.disconnect();

function problem(what: string): void {
  problems += 1;
  console.error(`${delivery}: ${what}`);
}
