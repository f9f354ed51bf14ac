import assert from 'node:assert/strict';
import type { GroupInfo } from '../../bus/channel-admin.js';
import type { EventBus } from '../../bus/event-bus.js';
import type { DurableChannel } from '../../channel/channel.js';
import { eventually } from '../eventually.js';

/** What is known of a group. */
export async function groupFacts(bus: EventBus, channel: DurableChannel, group: string): Promise<GroupInfo> {
  const found = (await bus.admin(channel).groups()).find(({ name }) => name === group);
  assert.ok(found !== undefined, `there is no group '${group}'`);
  return found;
}

/** Waits until a group has settled all there is. */
export async function eventuallySettled(bus: EventBus, channel: DurableChannel, group: string): Promise<void> {
  await eventually(async () => assert.equal((await groupFacts(bus, channel, group)).lag, 0), {
    timeoutMs: 15_000,
    everyMs: 20,
  });
}
