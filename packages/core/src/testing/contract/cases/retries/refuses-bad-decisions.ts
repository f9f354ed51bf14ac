import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { numbers } from '../../samples.js';

export const refusesBadDecisions: ContractCase = {
  name: 'retries: a delay or a reason that is none is refused in the handler',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const refusals: unknown[] = [];
    await bus.subscribe(
      channel,
      (_event, { retry, deadLetter }) => {
        const bad = [
          () => retry(-1),
          () => retry(Number.NaN),
          () => retry('1' as unknown as number),
          () => deadLetter(''),
          () => deadLetter(undefined as unknown as string),
        ];
        for (const decide of bad) {
          try {
            decide();
            refusals.push('none');
          } catch (error) {
            refusals.push(isTidingsError(error) ? error.code : error);
          }
        }
      },
      { group: 'workers' },
    );
    await bus.publish(channel, { n: 1 });
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual(
      refusals,
      numbers(1, 5).map(() => 'invalid_option'),
    );
    assert.deepEqual(await bus.admin(channel).deadLetters(), []);
  },
};
