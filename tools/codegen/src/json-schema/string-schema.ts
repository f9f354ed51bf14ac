import { formatPattern, regExpOf } from '../model/format-pattern.js';
import type { FormatDetails } from '../model/value-check.js';
import { both } from './both.js';
import type { JsonSchema } from './json-schema.js';
import { patternSchema } from './pattern-schema.js';

/** What has a format, perhaps. */
interface FormatForm {
  readonly format?: string;
  readonly details?: FormatDetails;
}

/** A string, with its format. */
export function stringSchema({ format, details }: FormatForm): JsonSchema {
  return format === undefined ? { type: 'string' } : both({ type: 'string' }, formatSchema(format, details));
}

/**
 * A format: what JSON Schema calls it, for people and tools, and the pattern that decides. A name is given only where it
 * refuses nothing that the channel takes.
 */
export function formatSchema(format: string, details: FormatDetails = {}): JsonSchema {
  const pattern = decidingPattern(format, details);
  const name = details.pattern === undefined ? nameOf(format, details) : {};
  const isSaid = pattern !== undefined || Object.keys(name).length > 0;
  const words = [...(isSaid ? [] : [`Its format is '${format}'.`]), ...furtherWords(format, details)];
  return {
    ...name,
    ...(pattern !== undefined && patternSchema(pattern)),
    ...(words.length > 0 && { $comment: words.join(' ') }),
  };
}

function nameOf(format: string, details: FormatDetails): JsonSchema {
  switch (format) {
    case 'email':
    case 'uuid':
    case 'date':
    case 'ipv4':
    case 'ipv6':
    case 'hostname':
      return { format };
    case 'url':
      return { format: 'uri' };
    case 'datetime':
      return details.local === undefined && details.precision !== -1 ? { format: 'date-time' } : {};
    case 'base64':
    case 'base64url':
      return { contentEncoding: format };
    default:
      return {};
  }
}

/** The pattern that all texts of a format match. Where there is code behind it, as close as a pattern comes. */
function decidingPattern(format: string, details: FormatDetails): RegExp | undefined {
  if (details.pattern !== undefined) return formatPattern(format, details);
  switch (format) {
    case 'base64':
      return /^(?:[0-9a-zA-Z+/]{4})*(?:[0-9a-zA-Z+/]{2}==|[0-9a-zA-Z+/]{3}=)?$/;
    case 'base64url':
      return /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
    case 'ipv6':
    case 'cidrv6':
      // More is taken than the usual pattern of these says.
      return undefined;
    default:
      return formatPattern(format, details);
  }
}

/** What of a format no pattern says. */
function furtherWords(format: string, { test, protocol, hostname }: FormatDetails): readonly string[] {
  return [
    ...(test === undefined ? [] : ['It is checked by code.']),
    ...(protocol === undefined ? [] : [`Its protocol matches ${String(regExpOf(protocol))}.`]),
    ...(hostname === undefined ? [] : [`Its host matches ${String(regExpOf(hostname))}.`]),
    ...(format === 'credit_card' || format === 'iban' ? ['Its check digits are right.'] : []),
  ];
}
