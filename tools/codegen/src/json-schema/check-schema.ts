import type { BoundValue, OpaqueFact, ValueCheck } from '../model/value-check.js';
import type { JsonSchema } from './json-schema.js';
import { numberFormat } from './number-schema.js';
import { escapedPattern, patternSchema } from './pattern-schema.js';
import { formatSchema } from './string-schema.js';

/** Code of more characters than this is not quoted. */
const longestCode = 200;

/**
 * What a check demands of what travels; in words, as a `$comment`, where JSON Schema can't say it.
 *
 * @param type The type of what is checked, if it is one.
 */
export function checkSchema(check: ValueCheck, type: JsonSchema['type']): JsonSchema {
  switch (check.check) {
    case 'min':
      return bound(check.value, check.exclusive ? 'exclusiveMinimum' : 'minimum', 'At least');
    case 'max':
      return bound(check.value, check.exclusive ? 'exclusiveMaximum' : 'maximum', 'At most');
    case 'multipleOf':
      return typeof check.value === 'number'
        ? { multipleOf: Math.abs(check.value) }
        : { $comment: `A multiple of ${check.value.bigint}.` };
    case 'minLength':
      return lengthSchema({ least: check.value }, type);
    case 'maxLength':
      return lengthSchema({ most: check.value }, type);
    case 'length':
      return lengthSchema({ least: check.value, most: check.value }, type);
    case 'format':
      return numberFormat(check.format) ?? formatSchema(check.format, check.details);
    case 'pattern':
      return patternSchema(check.pattern);
    case 'includes':
      return { pattern: `${skipped(check.position)}${escapedPattern(check.text)}` };
    case 'startsWith':
      return { pattern: `^${escapedPattern(check.text)}` };
    case 'endsWith':
      return { pattern: `${escapedPattern(check.text)}$` };
    case 'lowercase':
      return { pattern: '^[^A-Z]*$' };
    case 'uppercase':
      return { pattern: '^[^a-z]*$' };
    case 'property':
      return { $comment: `Its property '${check.name}' is checked further by readers.` };
    case 'minSize':
    case 'maxSize':
    case 'size':
      return { $comment: 'Its size is checked by readers.' };
    case 'mime':
      return { $comment: `Its media type is ${check.types.join(' or ')}.` };
    case 'refine':
      return { $comment: `Also checked by code${quoted(check)}.` };
  }
}

function bound(
  value: BoundValue,
  keyword: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum',
  words: string,
): JsonSchema {
  if (typeof value === 'number') return { [keyword]: value };
  return { $comment: `${words} ${'bigint' in value ? value.bigint : value.date}.` };
}

/** How long a string or a list is. Keywords for the one say nothing of the other, so that both may stand there. */
function lengthSchema(
  { least, most }: { readonly least?: number; readonly most?: number },
  type: JsonSchema['type'],
): JsonSchema {
  const isFor = (name: string): boolean => type === undefined || type === name || type.includes(name);
  return {
    ...(isFor('string') && least !== undefined && { minLength: least }),
    ...(isFor('string') && most !== undefined && { maxLength: most }),
    ...(isFor('array') && least !== undefined && { minItems: least }),
    ...(isFor('array') && most !== undefined && { maxItems: most }),
  };
}

function skipped(position = 0): string {
  return position > 0 ? `^[\\s\\S]{${position},}` : '';
}

function quoted({ code }: OpaqueFact): string {
  return code === undefined || code.length > longestCode ? '' : `: ${code}`;
}
