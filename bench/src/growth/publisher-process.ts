import { endWithParent } from '../process/end-with-parent.js';
import { hearProgress } from '../process/hear-progress.js';
import { say } from '../process/talk.js';
import { contenderOf } from './contenders/all.js';
import type { Said } from './messages.js';
import { publishLoad } from './publish-load.js';
import { shapeOf } from './shape.js';

const [, , name = '', kind = '', size = '', url = '', port = ''] = process.argv;
endWithParent();
const shape = shapeOf(kind, Number(size));
const bus = contenderOf(name).open(shape.topics, url);
const { progress, close } = await hearProgress(Number(port));
say<Said>({ say: 'published', ...(await publishLoad(bus, shape, progress)) });
close();
await bus.close();
process.disconnect();
