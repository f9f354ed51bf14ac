import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { recorded } from '../../recorded.js';
import { numbers } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const goesOnWithGroups: ContractCase = {
  name: 'durable reconnect: members go on when the connection is back, and nothing that was published meanwhile is lost',
  async run(tools) {
    const buses = [tools.bus(), tools.bus()];
    const [bus = assert.fail()] = buses;
    const [plain, keyed] = [durableChannel(tools.name('plain')), keyedChannel(tools.name('keyed'))];
    for (const each of buses) {
      recorded(each, 'error');
      recorded(each, 'gap');
    }
    const ofPlain = await Promise.all(buses.map((each) => collectGroupNumbers(each, plain, 'workers')));
    const ofKeyed = await Promise.all(buses.map((each) => collectGroup(each, keyed, 'workers')));
    const keys = manyKeys(10);
    const publishing = (async () => {
      for (let n = 1; n <= 30; n += 1) {
        await Promise.all([bus.publish(plain, { n }), bus.publishMany(keyed, keyedSamples(keys, n, n))]);
        if (n % 10 === 0) await tools.cutConnections();
      }
    })();
    await publishing;
    await eventually(
      () => {
        assert.deepEqual(sorted([...new Set(ofPlain.flat())]), numbers(1, 30));
        const seen = numbersByKey(ofKeyed.flat().map(({ data }) => data));
        assert.deepEqual(
          keys.map((key) => sorted([...new Set(seen[key])])),
          keys.map(() => numbers(1, 30)),
        );
      },
      { timeoutMs: 15_000 },
    );
    await eventuallySettled(bus, plain, 'workers');
    await eventuallySettled(bus, keyed, 'workers');
  },
};
