import assert from 'node:assert/strict';
import { channelsMatching } from '../../../../channel/channels-matching.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const matchesWholeWords: ContractCase = {
  name: 'patterns: a star stands for one or more whole words, at the beginning, in the middle and at the end',
  async run() {
    const channels = ['order.placed', 'order.line.added', 'order.line.item.added', 'user.placed'].map((name) =>
      sampleChannel(name),
    );
    const matching = (pattern: string): string[] => channelsMatching(channels, pattern).map(({ name }) => name);
    assert.deepEqual(matching('*'), ['order.placed', 'order.line.added', 'order.line.item.added', 'user.placed']);
    assert.deepEqual(matching('order.*'), ['order.placed', 'order.line.added', 'order.line.item.added']);
    assert.deepEqual(matching('*.placed'), ['order.placed', 'user.placed']);
    assert.deepEqual(matching('order.*.added'), ['order.line.added', 'order.line.item.added']);
    assert.deepEqual(matching('order.*.item.*'), ['order.line.item.added']);
    assert.deepEqual(matching('order.placed'), ['order.placed']);
  },
};
