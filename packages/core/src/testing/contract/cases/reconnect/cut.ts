import assert from 'node:assert/strict';
import type { EventBus } from '../../../../bus/event-bus.js';
import { eventually } from '../../../eventually.js';
import type { CaseTools } from '../../contract-case.js';
import { recorded } from '../../recorded.js';

/** Cuts all connections, and resolves when the bus knows; what it returns resolves when the bus is back. */
export async function cut(tools: CaseTools, bus: EventBus): Promise<{ isBack(): Promise<void> }> {
  const changes = recorded(bus, 'status');
  await tools.cutConnections();
  await eventually(() => assert.equal(changes[0]?.status, 'reconnecting'));
  return { isBack: () => eventually(() => assert.equal(changes[1]?.status, 'ready')) };
}
