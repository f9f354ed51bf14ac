import type { LintRule } from '../lint-rule.js';

/** Channels are described. */
export const channelDescription: LintRule = {
  id: 'channel-description',
  severity: 'warn',
  summary: 'Every channel says in a sentence what its events tell.',
  why: [
    'The description is what people see who have never met you: over the function in their editor, in the AsyncAPI document, in the catalogue. Without one they guess from the name when the event is published and what it means.',
  ],
  instead: 'Say who did what, and when the event is published.',
  example: {
    before: "defineChannel('order.placed', schema)",
    after:
      "defineChannel('order.placed', schema, {\n  description: 'A customer placed an order. Payment may still be open.',\n})",
  },
  channel: ({ description }) =>
    (description ?? '').trim() === ''
      ? [{ message: "has no description: add { description: 'A customer placed an order.' }" }]
      : [],
};
