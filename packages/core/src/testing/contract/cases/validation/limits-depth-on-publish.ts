import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';

interface Tree {
  n: number;
  children: Tree[];
}
const tree: z.ZodType<Tree, Tree> = z.object({ n: z.int(), children: z.lazy(() => tree.array()) });

function nested(depth: number): Tree {
  let inner: Tree = { n: depth, children: [] };
  for (let n = depth - 1; n > 0; n -= 1) inner = { n, children: [inner] };
  return inner;
}

export const limitsDepthOnPublish: ContractCase = {
  name: 'validation: a payload nested too deeply, or into itself, is refused by publish()',
  async run(tools) {
    const bus = tools.bus({ limits: { depth: 10 } });
    const channel = defineChannel(tools.name(), z.object({ tree }));
    const received = await collect(bus, channel);
    const open = defineChannel(tools.name('open'), z.object({ any: z.unknown() }));
    await refused(bus.publish(channel, { tree: nested(6) }), 'too_deep');
    await refused(bus.publish(channel, { tree: nested(50_000) }), 'too_deep');
    await refused(bus.publishMany(channel, [{ tree: nested(1) }, { tree: nested(6) }]), 'too_deep');
    const cycle: Tree = { n: 1, children: [] };
    cycle.children.push(cycle);
    await refused(bus.publish(channel, { tree: cycle }), 'too_deep');
    await refused(bus.publish(open, { any: cycle }), 'too_deep');
    await bus.publish(channel, { tree: nested(4) });
    await eventually(() => assert.equal(received.length, 1));
    assert.deepEqual(received[0]?.data.tree, nested(4));
  },
};
