import { BusManager } from '@boringnode/bus';
import { redis } from '@boringnode/bus/transports/redis';
import type { LoadEvent } from '../../events/load.js';
import type { BroadcastContender } from '../contender.js';
import { inTwoWays } from './in-two-ways.js';

/** @boringnode/bus: https://github.com/boringnode/bus#usage */
export const boringnode: readonly BroadcastContender[] = inTwoWays((autoPipelining) => {
  const managerAt = (url: string) => {
    const { hostname, port } = new URL(url);
    const transport = redis({ host: hostname, port: Number(port), enableAutoPipelining: autoPipelining });
    return new BusManager({ default: 'redis', transports: { redis: { transport } } });
  };
  return {
    name: '@boringnode/bus',
    kind: 'library',
    checks: 'nothing',
    packages: ['@boringnode/bus'],
    note: 'redis transport, publish for each event, a burst by Promise.all; validates nothing.',
    async openPublisher(url) {
      const bus = managerAt(url);
      return { publish: (event) => bus.publish(event.topic, dataOf(event)), close: () => bus.disconnect() };
    },
    async openSubscriber(url, { topics }, received) {
      const bus = managerAt(url);
      for (const topic of topics) await bus.subscribe<Serialized>(topic, received);
      return { close: () => bus.disconnect() };
    },
  };
});

// The type that it gives to what it takes, which an interface does not fit.
type Serialized = Record<string, string>;

function dataOf({ data }: LoadEvent): Serialized {
  return data as Serialized;
}
