import { expect, test } from 'vitest';
import { letters, planConversations } from './plan.js';

test('conversations have forty events each, of the same kinds, under ids of their own', () => {
  const plans = planConversations(12);
  const [first = []] = plans.map(({ steps }) => steps.map(({ letter }) => letter));
  for (const { steps } of plans) expect(steps.map(({ letter }) => letter)).toEqual(first);
  expect(first).toHaveLength(40);
  expect(new Set(first)).toEqual(new Set(Object.keys(letters)));
  expect(new Set(plans.flatMap(({ steps }) => steps.map(({ id }) => id))).size).toBe(480);
});
