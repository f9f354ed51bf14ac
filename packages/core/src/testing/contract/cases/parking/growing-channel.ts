import { z } from 'zod';
import type { Channel } from '../../../../channel/channel.js';
import { defineChannel } from '../../../../define/define-channel.js';
import type { DurableSampleChannel } from '../../durable-channel.js';

/** What the second version carries. */
export interface Measure {
  n: number;
  unit: string;
}

/** The first version of a channel. */
type First = DurableSampleChannel;

/** The second, which readers of the first can't read. */
type Second = Channel<string, { wire: Measure; publish: Measure; data: Measure; delivery: 'durable' }>;

/** Two versions of a durable channel, as a service that is upgraded and one that is not know it. */
export function growingChannels(name: string): { readonly first: First; readonly second: Second } {
  const V1 = z.object({ n: z.int() });
  const first = defineChannel(name, V1, { delivery: 'durable' });
  const second = first.evolve(V1.extend({ unit: z.string() }), { up: (v1) => ({ ...v1, unit: 'g' }) });
  return { first, second };
}
