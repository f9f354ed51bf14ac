import type { SchemaForm } from '../../model/schema-form.js';
import type { LintRule } from '../lint-rule.js';

/** There is one way to say that a value is not there. */
export const optionalNullable: LintRule = {
  id: 'optional-nullable',
  severity: 'warn',
  summary: 'A property can be missing or null, not both.',
  why: [
    'A property that can be missing and can be null has two ways to say that there is nothing. Some publishers use one, some the other, and handlers check for the one that they have seen.',
  ],
  instead: 'Choose one: .optional() where the property may be left out, .nullable() where null is a value.',
  example: { before: 'note: z.string().max(500).nullish()', after: 'note: z.string().max(500).optional()' },
  unless: 'Null and missing mean different things, such as "cleared" and "unchanged" in an event of changes.',
  schema: ({ form, property }) =>
    property !== undefined && form.kind === 'optional' && isNullable(form.inner)
      ? 'can be missing and can be null: two ways to say nothing; choose .optional() or .nullable()'
      : undefined,
};

function isNullable(form: SchemaForm): boolean {
  switch (form.kind) {
    case 'nullable':
      return true;
    case 'optional':
    case 'readonly':
    case 'brand':
      return isNullable(form.inner);
    default:
      return false;
  }
}
