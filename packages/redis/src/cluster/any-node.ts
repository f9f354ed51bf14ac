import { type ConnectionSource, silentFor } from '../connection/connection-source.js';
import type { HostAndPort } from '../options/redis-bus-options.js';
import { nodeKey } from './slot-map.js';

/**
 * A source of connections to whichever node is there: who loses one goes on to the next. For classic Pub/Sub, where one node
 * is as good as another.
 *
 * @param nodes At least one.
 */
export function sourceOfAny(
  nodes: readonly HostAndPort[],
  sourceAt: (node: HostAndPort) => ConnectionSource,
): ConnectionSource {
  const tried = new Map<string, number>();
  let index = 0;
  const current = (): HostAndPort => nodes[index] as HostAndPort;
  return {
    get server() {
      return nodeKey(current());
    },
    get secure() {
      return sourceAt(current()).secure;
    },
    reusable: false,
    open(role) {
      if (tried.get(role) === index) index = (index + 1) % nodes.length;
      tried.set(role, index);
      return sourceAt(current()).open(role);
    },
    silent: (ms) => silentFor(nodeKey(current()), ms),
  };
}
