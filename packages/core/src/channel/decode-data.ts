import { TidingsError } from '../errors/tidings-error.js';
import type { AnyChannel, DataOf } from './channel.js';
import { isRejection } from './channel-codec.js';

/**
 * Validates a payload in wire form, such as the body of a webhook, and decodes it: what a handler would receive, and
 * what can be published.
 *
 * @param wire A JSON value, parsed.
 * @param version The version it was written as. Default: the latest.
 * @throws TidingsError `invalid_payload` with what does not fit; `async_schema`.
 *
 * @example
 * ```ts
 * await bus.publish(push, decodeData(push, JSON.parse(request.body)));
 * ```
 */
export function decodeData<C extends AnyChannel>(
  channel: C,
  wire: unknown,
  version: number = channel.version,
): DataOf<C> {
  if (!Number.isInteger(version) || version < 1)
    throw new TidingsError('invalid_option', 'a version is an integer from 1');
  const data = channel['~codec'].decode(wire, version, version);
  if (!isRejection(data)) return data as DataOf<C>;
  throw new TidingsError('invalid_payload', `this is no payload of '${channel.name}': ${data.message}`, {
    channel: channel.name,
    issues: data.issues,
    ...(data.cause === undefined ? {} : { cause: data.cause }),
  });
}
