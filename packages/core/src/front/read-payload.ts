import type { AnyChannel } from '../channel/channel.js';
import { Rejection } from '../channel/channel-codec.js';
import { isDeeperThan } from '../envelope/limits.js';
import type { Envelope } from '../envelope/read-envelope.js';

/** The Data of an event that somebody wrote, or why there is none. @throws TidingsError `async_schema` */
export function readPayload(channel: AnyChannel, envelope: Envelope, depth: number): unknown {
  const codec = channel['~codec'];
  if (codec.unbounded && isDeeperThan(envelope.data, depth)) {
    return new Rejection('too_deep', `its payload nests deeper than ${depth} (limits.depth)`);
  }
  return codec.decode(envelope.data, envelope.version, envelope.minReader);
}
