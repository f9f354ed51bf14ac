import { z } from 'zod';
import type { Channel } from '../../channel/channel.js';
import { defineChannel } from '../../define/define-channel.js';
import type { LawVersion } from './durable-step.js';

/** What is published on the channels of the durable laws: a number, to tell events apart, and a key. */
export interface LawSample {
  n: number;
  key: string;
}

/** The second version has more, and no reader of the first may read it. */
interface LaterLawSample extends LawSample {
  late: boolean;
}

type LawChannelOf<S> = Channel<string, { wire: S; publish: S; data: S; delivery: 'durable' }>;

/** A durable channel of the laws, in two versions. */
export interface LawChannel {
  readonly name: string;
  readonly keyed: boolean;
  readonly first: LawChannelOf<LawSample>;
  readonly second: LawChannelOf<LaterLawSample>;
}

/** A channel as readers of a version know it. */
export function ofVersion(channel: LawChannel, version: LawVersion): LawChannelOf<LawSample> {
  return version === 1 ? channel.first : (channel.second as unknown as LawChannelOf<LawSample>);
}

/** A durable channel in two versions, with a key or without. */
export function lawChannel(name: string, keyed: boolean): LawChannel {
  const V1 = z.object({ n: z.int(), key: z.string() });
  const V2 = V1.extend({ late: z.boolean() });
  const options = { delivery: 'durable', ...(keyed ? { key: 'key' as const } : {}) } as const;
  const first = defineChannel(name, V1, options);
  const second = first.evolve(V2, { up: (v1) => ({ ...v1, late: false }) });
  return { name, keyed, first, second };
}
