import { z } from 'zod';
import type { Channel } from '../../channel/channel.js';
import { defineChannel } from '../../define/define-channel.js';

/** What most cases publish: a number, to tell events apart. */
export interface Sample {
  n: number;
}

/** A channel of samples. */
export type SampleChannel = Channel<string, { wire: Sample; publish: Sample; data: Sample; delivery: 'broadcast' }>;

/** A channel whose events are numbered. */
export function sampleChannel(name: string): SampleChannel {
  return defineChannel(name, z.object({ n: z.int() }), { description: 'Something happened.' });
}
