import type { LintRule } from '../lint-rule.js';
import { isBoundedString } from '../string-bound.js';

/** Strings have a longest length. */
export const unboundedString: LintRule = {
  id: 'unbounded-string',
  severity: 'warn',
  summary: 'Every string has a longest length.',
  why: [
    'A string without a limit is a limit that somebody finds in production: the column of a database that it does not fit into, the event that is larger than the bus takes, the screen that breaks. Whoever publishes gets a clear error if there is a limit; without one, every reader has to be ready for anything.',
    'A limit that is added later refuses what was allowed before, and one that is raised is beyond what older readers take: either is a new version. So leave some room.',
  ],
  instead: 'Say the longest that makes sense, or a format that has a length: z.string().max(500), z.uuid().',
  example: { before: 'note: z.string()', after: 'note: z.string().max(2_000)' },
  unless: 'The text really has no end, and the size of an event is limited elsewhere.',
  schema: ({ form }) =>
    form.kind === 'string' && !isBoundedString(form)
      ? 'can be of any length: say the longest that makes sense, such as .max(500)'
      : undefined,
};
