import type { JsonValue } from '../model/json-value.js';
import { replaceInvisible, unicodeEscape } from './printable.js';

/**
 * A value as JSON that can stand in a comment: it neither ends one nor begins a tag, and is still the same JSON. On one
 * line, with room to breathe.
 */
export function jsonLine(value: JsonValue): string {
  return harmless(spaced(value));
}

/** The same over several lines. */
export function jsonLines(value: JsonValue): readonly string[] {
  return JSON.stringify(value, undefined, 2).split('\n').map(harmless);
}

/** A value as a file of JSON. What can't be seen is escaped, so that it shows. */
export function jsonFile(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  // Most files have none of it, and to look for it properly takes longer than to write them.
  const escaped = /[^\n\u0020-\u007e]/.test(text)
    ? text
        .split('\n')
        .map((line) => replaceInvisible(line, unicodeEscape))
        .join('\n')
    : text;
  return `${escaped}\n`;
}

function spaced(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function harmless(json: string): string {
  return replaceInvisible(json, unicodeEscape).replaceAll('*/', '*\\/').replaceAll('@', '\\u0040');
}
