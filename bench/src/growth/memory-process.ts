import { endWithParent } from '../process/end-with-parent.js';
import { Progress } from '../process/progress.js';
import { settledMemory } from '../process/settled-memory.js';
import { say } from '../process/talk.js';
import { contenderOf } from './contenders/all.js';
import type { Said } from './messages.js';
import { publishLoad } from './publish-load.js';
import { shapeOf } from './shape.js';
import { subscribeAll } from './subscribe-all.js';

const [, , name = '', kind = '', size = ''] = process.argv;
endWithParent();
const shape = shapeOf(kind, Number(size));
const bus = contenderOf(name).open(shape.topics, '');
const progress = new Progress();
let handled = 0;
const figures = await subscribeAll(bus, shape, () => {
  handled += 1;
  progress.reached(handled);
});
say<Said>({ say: 'subscribed', port: 0, ...figures });
say<Said>({ say: 'published', ...(await publishLoad(bus, shape, progress)) });
say<Said>({ say: 'done', ...settledMemory() });
await bus.close();
process.disconnect();
