import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { keyedChannel, keyedSamples } from '../../keyed-channel.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const givesUpOnHungHandlers: ContractCase = {
  name: 'durable lifecycle: close() gives up on handlers that hang, within its time; another bus handles their events',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const [plain, keyed] = [durableChannel(tools.name('plain')), keyedChannel(tools.name('keyed'))];
    const errors = recorded(bus, 'error');
    const signals: AbortSignal[] = [];
    const hang = (_event: unknown, { signal }: { readonly signal: AbortSignal }): Promise<never> => {
      signals.push(signal);
      return new Promise(() => {});
    };
    await bus.subscribe(plain, hang, { group: 'workers' });
    await bus.subscribe(keyed, hang, { group: 'workers' });
    await bus.subscribe(plain, hang, { from: 'start' });
    await bus.subscribe(plain, hang, { group: 'batches', batch: {} });
    await other.publishMany(plain, samples(1, 2));
    await other.publishMany(keyed, keyedSamples(['a'], 1, 2));
    await eventually(() => assert.equal(signals.length, 4));
    const begun = performance.now();
    await bus.close({ timeoutMs: 500 });
    assert.ok(performance.now() - begun < 5_000);
    assert.ok(signals.every(({ aborted, reason }) => aborted && isTidingsError(reason, 'close_timeout')));
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['close_timeout'],
    );
    assert.deepEqual([bus.health().running, bus.health().queued], [0, 0]);
    const [ofPlain, ofBatches] = [
      await collectGroupNumbers(other, plain, 'workers'),
      await collectGroupNumbers(other, plain, 'batches'),
    ];
    const ofKeyed = await collectGroup(other, keyed, 'workers');
    await eventually(
      () => {
        assert.deepEqual(
          [sorted(ofPlain), sorted(ofBatches)],
          [
            [1, 2],
            [1, 2],
          ],
        );
        assert.deepEqual(
          ofKeyed.map(({ data }) => data.n),
          [1, 2],
        );
      },
      { timeoutMs: 15_000 },
    );
  },
};
