import type { LintRule } from '../lint-rule.js';

/** Properties are named in camelCase. */
export const propertyName: LintRule = {
  id: 'property-name',
  severity: 'warn',
  summary: 'Properties are named in camelCase.',
  why: [
    'One style in a contract spares everyone who reads or writes it the question which one it was this time. Names that are identifiers can be written as event.data.name; others need brackets and quotes.',
    'A property that was published can not be renamed: to readers, the old one is gone and the new one is missing.',
  ],
  instead: 'Name properties in camelCase: lower-case first letter, no underscores, no hyphens.',
  example: { before: 'z.object({ order_id: z.uuid() })', after: 'z.object({ orderId: z.uuid() })' },
  unless: 'The payload is a format of somebody else, such as a webhook: turn the rule off for the contract.',
  schema: ({ property, path }) => {
    if (property === undefined || /^[a-z][a-zA-Z0-9]*$/.test(property)) return undefined;
    return `is not named in camelCase: ${suggestion(property, path)}`;
  },
};

function suggestion(property: string, path: string): string {
  const words = property.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? lowered(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return /^[a-z][a-zA-Z0-9]*$/.test(joined) ? `'${joined}'` : `give ${path} a name such as 'orderId'`;
}

function lowered(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
