import type { SchemaForm } from '../../model/schema-form.js';
import type { LintRule } from '../lint-rule.js';

/** Enums that may grow are open. */
export const closedEnum: LintRule = {
  id: 'closed-enum',
  severity: 'warn',
  summary: 'Lists of words that may grow are open enums.',
  why: [
    'Statuses, reasons, kinds and roles get new members. A closed enum makes each of them a break: readers that do not know the new word refuse the whole event, until every one of them is updated.',
    'With openEnum the known words are still typed and completed in the editor, handlers must have a default branch, and a new word breaks nobody.',
  ],
  instead: "Use openEnum(['open', 'paid']) of @tidings/core/define.",
  example: {
    before: "status: z.enum(['open', 'paid'])",
    after: "import { openEnum } from '@tidings/core/define';\n\nstatus: openEnum(['open', 'paid'])",
  },
  unless: 'The list is complete by nature, such as the four seasons: record an exception with that reason.',
  schema: ({ form, path }) => {
    // The keys of a record are its structure, not a value.
    const words = path.endsWith('{key}') ? undefined : closedWords(form);
    if (words === undefined) return undefined;
    const shown = words.slice(0, 3).map((word) => JSON.stringify(word));
    const list = `${shown.join(', ')}${words.length > shown.length ? ', …' : ''}`;
    return `is closed (${list}), so that readers refuse a new word: use openEnum of @tidings/core/define`;
  },
};

/** The words of an enum; of a union or a list of literals that are all strings. One alone is no list. */
function closedWords(form: SchemaForm): readonly string[] | undefined {
  const values = form.kind === 'union' ? form.options.flatMap(literals) : form.kind === 'ref' ? [] : literals(form);
  const words = values.filter((value) => typeof value === 'string');
  return words.length > 1 && words.length === values.length ? words : undefined;
}

function literals(form: SchemaForm): readonly unknown[] {
  return form.kind === 'enum' || form.kind === 'literal' ? form.values : [undefined];
}
