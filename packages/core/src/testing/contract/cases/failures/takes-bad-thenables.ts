import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const takesBadThenables: ContractCase = {
  name: 'failures: a handler may return anything that has a then, also one that throws',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const thrown = new Error('no then');
    const thenables: readonly unknown[] = [
      Object.defineProperty({}, ['th', 'en'].join(''), {
        get() {
          throw thrown;
        },
      }),
      Object.fromEntries([
        [
          ['th', 'en'].join(''),
          () => {
            throw thrown;
          },
        ],
      ]),
      Object.fromEntries([[['th', 'en'].join(''), (resolve: () => void) => resolve()]]),
      Object.fromEntries([[['th', 'en'].join(''), 'not a function']]),
    ];
    const received: number[] = [];
    await bus.subscribe(channel, ({ data: { n } }) => {
      received.push(n);
      return thenables[n];
    });
    await bus.publishMany(channel, samples(0, 4));
    await eventuallyEqual(received, numbers(0, 4));
    await eventuallyEqual(
      () => errors.map(({ code, cause }) => [code, cause]),
      [
        ['handler_failed', thrown],
        ['handler_failed', thrown],
      ],
    );
    await eventually(() => assert.equal(bus.health().totals.delivered, 3));
  },
};
