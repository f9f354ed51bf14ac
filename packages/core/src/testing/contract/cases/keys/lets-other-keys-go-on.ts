import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { type KeyedSample, keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const letsOtherKeysGoOn: ContractCase = {
  name: 'keys: an event that takes long holds up those of its key and no others, as far as concurrency goes',
  async run(tools) {
    const bus = tools.bus();
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(12);
    const gate = new Gate();
    const begun: KeyedSample[] = [];
    const handler = async ({ data }: { readonly data: KeyedSample }): Promise<void> => {
      begun.push(data);
      if (data.key === keys[0]) await gate.passed;
    };
    await bus.subscribe(channel, handler, { group: 'workers', concurrency: 2 });
    await bus.publishMany(channel, keyedSamples(keys, 1, 5));
    const others = Object.fromEntries(keys.slice(1).map((key) => [key, numbers(1, 5)]));
    await eventuallyEqual(() => numbersByKey(begun), { ...others, [keys[0] ?? '']: [1] });
    gate.open();
    await eventuallyEqual(() => numbersByKey(begun), { ...others, [keys[0] ?? '']: numbers(1, 5) });
  },
};
