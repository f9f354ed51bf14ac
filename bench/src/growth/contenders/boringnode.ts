import { type BoringnodeBus, loadBoringnode } from '../../boringnode.js';
import type { GrowthBus, GrowthContender } from '../contender.js';

const [createMemoryBus, createRedisBus] = await Promise.all([loadBoringnode('memory'), loadBoringnode('redis')]);

/** @boringnode/bus: https://github.com/boringnode/bus#without-the-manager */
export const boringnodeContenders: readonly GrowthContender[] = [
  {
    name: '@boringnode/bus, memory',
    packages: ['@boringnode/bus'],
    note: '@boringnode/bus, memory: two of its buses, since one does not hear itself; hands the same object to every handler, encodes and checks nothing, and keeps every message that it has received (it is meant for tests).',
    through: 'memory',
    open: (topics) => busOf(createMemoryBus(), createMemoryBus(), topics),
  },
  {
    name: '@boringnode/bus, Redis',
    packages: ['@boringnode/bus', 'ioredis'],
    note: '@boringnode/bus, Redis: its ioredis with enableAutoPipelining, a message for each order; checks nothing.',
    through: 'redis',
    open: (topics, url) => {
      const { hostname, port } = new URL(url);
      const bus = createRedisBus({ host: hostname, port: Number(port), enableAutoPipelining: true });
      return busOf(bus, bus, topics);
    },
  },
];

function busOf(receiving: BoringnodeBus, publishing: BoringnodeBus, topics: readonly string[]): GrowthBus {
  const nameOf = (topic: number): string => topics[topic] ?? '';
  return {
    subscribe: (topic, handled) => receiving.subscribe(nameOf(topic), () => handled()),
    publish: async (topic, order) => {
      // What it can't send, it keeps for later, and says so by the answer only.
      if (!(await publishing.publish(nameOf(topic), order))) throw new Error('an order was not sent');
    },
    close: async () => {
      await receiving.disconnect();
      if (publishing !== receiving) await publishing.disconnect();
    },
  };
}
