import { expect, test } from 'vitest';
import { lintRules } from './lint-rules.js';

test('every rule has an id of its own, and says in whole sentences why and what to do', () => {
  expect(new Set(lintRules.map(({ id }) => id)).size).toBe(lintRules.length);
  for (const { id, summary, why, instead, unless } of lintRules) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    for (const text of [summary, ...why, instead, ...(unless === undefined ? [] : [unless])]) {
      expect(text, id).toMatch(/^[A-Zz][\s\S]*\.$/);
    }
  }
});
