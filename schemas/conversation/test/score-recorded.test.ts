import { decodeData } from '@tidings/core';
import { describe, expect, test } from 'vitest';
import { scoreRecorded } from '../src/channels/score-recorded.js';

const recorded = {
  runId: '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a05',
  conversationId: '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a01',
  metric: 'groundedness',
  judge: { kind: 'model', name: 'judge-1' },
  recordedAt: '2026-03-01T09:30:00.000Z',
};

describe('evaluation.score.recorded', () => {
  test.each([
    { kind: 'number', value: 0 },
    { kind: 'number', value: 1 },
    { kind: 'label', label: 'helpful' },
    { kind: 'verdict', passed: false },
  ])('takes %j', (score) => {
    expect(decodeData(scoreRecorded, { ...recorded, score })).toHaveProperty('score', score);
  });

  test.each([
    { kind: 'number', value: 1.01 },
    { kind: 'number', value: -0.01 },
    { kind: 'number', label: 'helpful' },
    { kind: 'label', label: '' },
    { kind: 'stars', value: 5 },
  ])('refuses %j', (score) => {
    expect(() => decodeData(scoreRecorded, { ...recorded, score })).toThrow('score');
  });
});
