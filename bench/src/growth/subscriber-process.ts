import { endWithParent } from '../process/end-with-parent.js';
import { settledMemory } from '../process/settled-memory.js';
import { say, told } from '../process/talk.js';
import { tellProgress } from '../process/tell-progress.js';
import { contenderOf } from './contenders/all.js';
import type { Said } from './messages.js';
import { shapeOf } from './shape.js';
import { subscribeAll } from './subscribe-all.js';

const [, , name = '', kind = '', size = '', url = ''] = process.argv;
endWithParent();
const shape = shapeOf(kind, Number(size));
const bus = contenderOf(name).open(shape.topics, url);
const progress = await tellProgress(256);
let handled = 0;
const figures = await subscribeAll(bus, shape, () => {
  handled += 1;
  progress.reached(handled);
});
say<Said>({ say: 'subscribed', port: progress.port, ...figures });
await told('end');
say<Said>({ say: 'done', ...settledMemory() });
progress.close();
await bus.close();
process.disconnect();
