import type { LintRule } from '@tidings/codegen/lint';
import { wrapped } from '../report/wrapped.js';
import type { ExplainedKind } from './find-explained.js';

/** How wide a paragraph is. */
const width = 80;

/** A rule in words, for a terminal. */
export function explanationText({ id, severity, summary, why, instead, example, unless }: LintRule): string {
  const weight = severity === 'off' ? 'off unless a contract turns it on' : severity;
  const parts = [
    `${id} (${weight})`,
    paragraph(summary),
    ...why.map((text) => paragraph(text)),
    `Instead\n${indented(paragraph(instead, width - 2))}`,
    ...(example === undefined ? [] : [`Before\n${indented(example.before)}\n\nAfter\n${indented(example.after)}`]),
    ...(unless === undefined ? [] : [`Unless\n${indented(paragraph(unless, width - 2))}`]),
    `In tidings.config.ts\n${indented(configuration(id))}`,
  ];
  return parts.join('\n\n');
}

/** A kind of change in words, for a terminal. */
export function kindText({ id, plain, summary, why, mend }: ExplainedKind): string {
  const questions = [
    'new readers can read old events',
    'old readers can read new events',
    'publish calls still compile',
    'handlers still compile',
  ];
  const answers = plain.split(' ').map((answer, index) => `${answer} ${questions[index]}`);
  return [
    id,
    paragraph(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    `Who is hurt\n${indented(paragraph(why, width - 2))}`,
    `What to do\n${indented(paragraph(mend, width - 2))}`,
    `In the plain case (what is so in yours, tidings breaking computes)\n${indented(answers.join('\n'))}`,
  ].join('\n\n');
}

function configuration(id: string): string {
  const exception = `{ rule: '${id}', channel: 'order.placed', path: 'payload.note', reason: '…' }`;
  return [
    `lint: { rules: { '${id}': 'off' } }                    // or 'warn', 'error'`,
    `lint: { exceptions: [${exception}] }`,
  ].join('\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

function paragraph(text: string, most: number = width): string {
  return wrapped(text, most).join('\n');
}
