import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';

export const refusesWhatIsNone: ContractCase = {
  name: 'middleware: use() refuses what has neither a publish nor a deliver function',
  async run(tools) {
    const bus = tools.bus();
    for (const bad of [{}, { publish: 'x' }, { deliver: 1, publish: () => {} }, undefined, null, () => {}]) {
      await refused(() => bus.use(bad as never), 'invalid_option');
    }
  },
};
