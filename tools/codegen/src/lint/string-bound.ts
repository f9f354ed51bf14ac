import type { SchemaForm } from '../model/schema-form.js';
import type { PatternForm, ValueCheck } from '../model/value-check.js';

/** Formats whose values can't grow without end. */
const bounded: ReadonlySet<string> = new Set([
  'uuid',
  'guid',
  'cuid',
  'cuid2',
  'ulid',
  'xid',
  'ksuid',
  'nanoid',
  'ipv4',
  'ipv6',
  'cidrv4',
  'cidrv6',
  'mac',
  'date',
  'time',
  'datetime',
  'duration',
  'e164',
  'hostname',
]);

/** Whether a string has a longest length: by a check, a format, or a pattern that has an end. */
export function isBoundedString(form: Extract<SchemaForm, { readonly kind: 'string' | 'number' | 'bigint' }>): boolean {
  if (form.format !== undefined && bounded.has(form.format)) return true;
  if (form.details?.pattern !== undefined && isBoundedPattern(form.details.pattern)) return true;
  return (form.checks ?? []).some(isBound);
}

function isBound(check: ValueCheck): boolean {
  switch (check.check) {
    case 'maxLength':
    case 'length':
      return true;
    case 'format':
      return bounded.has(check.format);
    case 'pattern':
      return isBoundedPattern(check.pattern);
    default:
      return false;
  }
}

/** Whether everything between `^` and `$` is of a counted length. Says no where it is not sure. */
export function isBoundedPattern(pattern: PatternForm): boolean {
  if ('known' in pattern) return bounded.has(pattern.known);
  const { source, flags = '' } = pattern;
  if (!source.startsWith('^') || !source.endsWith('$') || source.endsWith('\\$') || flags.includes('m')) return false;
  // What stands for one character, whatever it is.
  const bare = source
    .slice(1, -1)
    .replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\k<[^>]*>|\\./gsu, 'x')
    .replace(/\[[^\]]*\]/g, 'x');
  if (/[*+]|\{\d+,\}/.test(bare)) return false;
  return !hasAlternativeOutside(bare);
}

/** `^a|b$` is anchored on one side only: whether there is a `|` in no group. */
function hasAlternativeOutside(bare: string): boolean {
  let depth = 0;
  for (const character of bare) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) return true;
  }
  return false;
}
