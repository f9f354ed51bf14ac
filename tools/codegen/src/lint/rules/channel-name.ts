import type { LintRule } from '../lint-rule.js';

/** Names of channels say what happened to what. */
export const channelName: LintRule = {
  id: 'channel-name',
  severity: 'warn',
  summary: "A channel's name says what happened to what, and nothing else.",
  why: [
    'A name is for ever: it is on the wire, in dashboards, in the code of every subscriber, and it can not be changed without a new channel.',
    "Two words at least, the thing and what happened to it ('order.placed'), leave room for the next event of the same thing, and make patterns such as 'order.*' useful. A version does not belong into it, since channels count their versions themselves; nor do words such as 'event', which say nothing.",
  ],
  instead: "Name the thing, then what happened, in the past tense: 'order.placed', 'conversation.message.sent'.",
  example: {
    before: "defineChannel('order.placed.v2', …)\ndefineChannel('placed', …)",
    after: "defineChannel('order.placed', V1, …).evolve(V2, { up: … })\ndefineChannel('order.placed', …)",
  },
  unless: 'The name is given from outside, such as that of a webhook.',
  channel: ({ name }) => {
    const words = name.split('.');
    const last = words.at(-1) ?? name;
    if (words.some((word) => /^v\d+$/.test(word))) {
      return [
        { message: `has a version in its name: call it '${withoutVersion(words)}', and add versions by .evolve()` },
      ];
    }
    if (words.length < 2) {
      return [{ message: `does not say what happened to what: two words or more, such as '${name}.created'` }];
    }
    if (/^(?:event|events|message|msg)$/.test(last)) {
      return [{ message: `ends with '${last}', which says nothing of what happened: leave it out` }];
    }
    return [];
  },
};

function withoutVersion(words: readonly string[]): string {
  return words.filter((word) => !/^v\d+$/.test(word)).join('.') || 'order.placed';
}
