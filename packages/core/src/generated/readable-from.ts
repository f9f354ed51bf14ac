import type { AnyChannel } from '../channel/channel.js';
import type { ChannelCodec } from '../channel/channel-codec.js';

/**
 * A channel whose events say that readers of an older version may read them: those for which the generator found that
 * everything which is published now is accepted by their own schema.
 *
 * @param minReader The lowest version whose readers may read what is published: stamped on events as `minreader`.
 * @returns The same channel otherwise.
 */
export function readableFrom<C extends AnyChannel>(minReader: number, channel: C): C {
  return Object.freeze({ ...channel, '~codec': new ReadableCodec(minReader, channel['~codec']) });
}

class ReadableCodec implements ChannelCodec {
  readonly minReader: number;
  readonly #codec: ChannelCodec;

  constructor(minReader: number, codec: ChannelCodec) {
    this.minReader = minReader;
    this.#codec = codec;
  }

  get unbounded(): boolean {
    return this.#codec.unbounded;
  }

  encode(data: unknown): unknown {
    return this.#codec.encode(data);
  }

  decode(wire: unknown, version: number, minReader: number): unknown {
    return this.#codec.decode(wire, version, minReader);
  }
}
