import type { CodecVia, SchemaForm } from '../model/schema-form.js';
import { both } from './both.js';
import type { JsonSchema } from './json-schema.js';
import { escapedPattern } from './pattern-schema.js';

/** The wire side of a codec, and in words what its data side refuses. */
export function codecSchema(
  { wire, data, via }: Extract<SchemaForm, { kind: 'codec' }>,
  inside: (form: SchemaForm) => JsonSchema,
): JsonSchema {
  const schema = inside(wire);
  if (via === 'same') return both(schema, isText(data) ? withoutWords(inside(data)) : furtherChecks);
  if (typeof via === 'object') return both(schema, 'truthy' in via ? wordsSchema(via) : furtherChecks);
  return data.checks === undefined ? schema : both(schema, furtherChecks);
}

/** What is checked once it is decoded, as far as a schema of what travels can say it. */
export const furtherChecks: JsonSchema = { $comment: 'Readers decode it, and check what that gives.' };

/** Whether a form says the same of what travels as of what handlers get: it has nothing that JSON lacks. */
function isText(form: SchemaForm): boolean {
  return form.kind === 'string' || form.kind === 'number' || form.kind === 'enum' || form.kind === 'template';
}

function withoutWords({ title, description, deprecated, examples, ...rest }: JsonSchema): JsonSchema {
  return rest;
}

/** Words for truth and falsehood, in letters of any case if that does not matter. */
function wordsSchema({ truthy, falsy, caseSensitive }: Extract<CodecVia, { readonly truthy: unknown }>): JsonSchema {
  const words = [...truthy, ...falsy];
  return caseSensitive ? { enum: words } : { pattern: `^(?:${words.map(inAnyCase).join('|')})$` };
}

function inAnyCase(word: string): string {
  return Array.from(word, (letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
    return lower === upper || upper.length > letter.length ? escapedPattern(letter) : `[${lower}${upper}]`;
  }).join('');
}
