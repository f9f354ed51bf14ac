import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../../define/index.js';
import { MemoryBus } from '../../memory/memory-bus.js';
import { Gate } from '../../testing/contract/gate.js';
import { eventually } from '../../testing/eventually.js';

const sample = z.object({ n: z.int() });
const red = defineChannel('room.red', sample, { delivery: 'durable' });
const blue = defineChannel('room.blue', sample, { delivery: 'durable' });

test('what one channel of a subscription has done makes room for another channel', async () => {
  await using bus = new MemoryBus();
  const handled: string[] = [];
  const gate = new Gate();
  const handler = ({ channel }: { readonly channel: string }): Promise<void> => {
    handled.push(channel);
    return gate.passed;
  };
  await bus.subscribe([red, blue], handler, { group: 'all', maxQueued: 1 });
  await bus.publish(red, { n: 1 });
  await eventually(() => expect(handled).toEqual([red.name]));
  await bus.publish(blue, { n: 2 });
  gate.open();
  await eventually(() => expect(handled).toEqual([red.name, blue.name]));
});

test('what a channel held that was left takes no room any more', async () => {
  await using bus = new MemoryBus();
  const gates = new Map([1, 2, 3].map((n) => [n, new Gate()]));
  const begun: number[] = [];
  await bus.subscribe(
    [red, blue],
    ({ data: { n } }) => {
      begun.push(n);
      return gates.get(n)?.passed;
    },
    { group: 'all', maxQueued: 2 },
  );
  await bus.publish(red, { n: 1 });
  await bus.publish(red, { n: 2 });
  await eventually(() => expect([begun, bus.health().queued]).toEqual([[1], 1]));
  await bus.unsubscribe(red);
  await bus.publish(blue, { n: 3 });
  gates.get(1)?.open();
  await eventually(() => expect(begun).toEqual([1, 3]));
  gates.get(3)?.open();
});
