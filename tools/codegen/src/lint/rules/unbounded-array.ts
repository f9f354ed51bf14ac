import type { LintRule } from '../lint-rule.js';

/** Lists have a most. */
export const unboundedArray: LintRule = {
  id: 'unbounded-array',
  severity: 'warn',
  summary: 'Every list says how many elements it may have.',
  why: [
    'A list without a limit grows until an event is too large to be published, or a handler runs out of time on the one customer who has a hundred thousand of them.',
    'A limit that is added or raised later is a new version, since old and new do not take the same. So leave some room.',
  ],
  instead: 'Say the most that makes sense, or publish an event for each element.',
  example: { before: 'items: z.array(item)', after: 'items: z.array(item).max(100)' },
  unless: 'The list really has no end, and the size of an event is limited elsewhere.',
  schema: ({ form }) => {
    if (form.kind === 'tuple' && form.rest !== undefined && !hasMost(form.checks)) {
      return 'can go on for ever after its first elements: use an object with a list that has a .max()';
    }
    return form.kind === 'array' && !hasMost(form.checks)
      ? 'can have any number of elements: say how many make sense, such as .max(100)'
      : undefined;
  },
};

function hasMost(checks: readonly { readonly check: string }[] = []): boolean {
  return checks.some(({ check }) => check === 'maxLength' || check === 'length');
}
