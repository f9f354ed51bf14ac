import { z } from 'zod';
import type { Channel, Retention } from '../../channel/channel.js';
import { defineChannel } from '../../define/define-channel.js';
import type { Sample } from './sample-channel.js';

/** A durable channel of samples. */
export type DurableSampleChannel = Channel<
  string,
  { wire: Sample; publish: Sample; data: Sample; delivery: 'durable' }
>;

/** A durable channel without a key, whose events are numbered. */
export function durableChannel(name: string, options: { readonly retention?: Retention } = {}): DurableSampleChannel {
  return defineChannel(name, z.object({ n: z.int() }), { ...options, delivery: 'durable' });
}
