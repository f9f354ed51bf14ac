import assert from 'node:assert/strict';
import type { EventBus } from '../../../../bus/event-bus.js';
import type { Subscription } from '../../../../bus/subscription.js';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { CaseTools, ContractCase } from '../../contract-case.js';
import { type DurableSampleChannel, durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import type { Sample } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

/** Ways to leave, each with what of it resolves when the member has left. */
const ways: Readonly<Record<string, (member: Leaver) => Promise<unknown>>> = {
  unsubscribe: ({ bus, channel }) => bus.unsubscribe(channel),
  'subscription.close': ({ subscription }) => subscription.close(),
  signal: async ({ controller }) => controller.abort(),
  'bus.close': ({ bus }) => bus.close(),
  'bus.close without drain': ({ bus }) => bus.close({ drain: false }),
};

interface Leaver {
  readonly bus: EventBus;
  readonly channel: DurableSampleChannel;
  readonly subscription: Subscription;
  readonly controller: AbortController;
}

export const leavesTheRestToOthers: ContractCase = {
  name: 'groups: a member that leaves, in whatever way, finishes what it is at, and others handle all the rest, for the first time',
  async run(tools) {
    await Promise.all(Object.entries(ways).map(([way, leave], index) => leaving(tools, { way, leave, index })));
  },
};

async function leaving(
  tools: CaseTools,
  { way, leave, index }: { readonly way: string; readonly leave: (member: Leaver) => Promise<unknown>; index: number },
): Promise<void> {
  const [bus, other] = [tools.bus(), tools.bus()];
  const channel = durableChannel(tools.name(`way${index}`));
  const gate = new Gate();
  const controller = new AbortController();
  const begun: number[] = [];
  const handler = async ({ data }: { readonly data: Sample }): Promise<void> => {
    begun.push(data.n);
    await gate.passed;
  };
  const options = { group: 'workers', signal: controller.signal };
  const subscription = await bus.subscribe(channel, handler, options);
  await other.publishMany(channel, samples(1, 10));
  for (const sample of samples(11, 15)) await other.publish(channel, sample);
  await eventuallyEqual(begun, [1]);
  const left = leave({ bus, channel, subscription, controller });
  await eventually(() => assert.equal(subscription.closed, true));
  gate.open();
  await left;
  const handled = await collectGroup(other, channel, 'workers');
  await eventuallyEqual(() => [way, sorted(handled.map(({ data }) => data.n))], [way, numbers(2, 15)]);
  await eventuallySettled(other, channel, 'workers');
  assert.deepEqual([way, begun], [way, [1]]);
  assert.deepEqual([way, handled.map(({ attempt }) => attempt)], [way, handled.map(() => 1)]);
}
