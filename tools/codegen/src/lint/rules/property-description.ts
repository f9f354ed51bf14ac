import type { SchemaForm } from '../../model/schema-form.js';
import type { LintRule } from '../lint-rule.js';

/** Properties are described. */
export const propertyDescription: LintRule = {
  id: 'property-description',
  severity: 'off',
  summary: 'Every property says what it is.',
  why: [
    'Units, time zones, whether an amount includes tax, what a missing value means: none of it can be seen in a type. A description becomes the comment over the property in the generated client.',
    "Many names say enough, so the rule is off unless a contract turns it on by rules: { 'property-description': 'warn' }.",
  ],
  instead: "Add .describe('…') to the schema of the property.",
  example: { before: 'amount: z.int()', after: "amount: z.int().describe('In cents, with tax.')" },
  schema: ({ form, property }) =>
    property === undefined || isDescribed(form) ? undefined : "has no description: add .describe('…')",
};

/** A description stands on any of the schemas that are wrapped around a value; a shape has its own, or its name. */
function isDescribed(form: SchemaForm): boolean {
  if (form.description !== undefined || form.kind === 'ref') return true;
  if (form.kind === 'codec') return isDescribed(form.wire);
  return 'inner' in form && isDescribed(form.inner);
}
