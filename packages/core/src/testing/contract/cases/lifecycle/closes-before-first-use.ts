import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';

export const closesBeforeFirstUse: ContractCase = {
  name: 'lifecycle: a bus that was never used closes',
  async run(tools) {
    const bus = tools.bus();
    await bus.close();
    assert.equal(bus.status, 'closed');
    await bus.close({ drain: false });
  },
};
