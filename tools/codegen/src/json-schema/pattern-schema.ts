import { regExpOf } from '../model/format-pattern.js';
import type { PatternForm } from '../model/value-check.js';
import type { JsonSchema } from './json-schema.js';

/** What a regular expression says, as a pattern where JSON Schema has it, in words where it has not. */
export function patternSchema(pattern: PatternForm | RegExp): JsonSchema {
  const { source, flags } = pattern instanceof RegExp ? pattern : regExpOf(pattern);
  return isPortable(source, flags) ? { pattern: source } : { $comment: `Matches /${source}/${flags}.` };
}

/** JSON Schema has no flags, and validators read patterns as Unicode. */
function isPortable(source: string, flags: string): boolean {
  if (!/^[dgu]*$/.test(flags)) return false;
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}

/** Text that a pattern takes as it is. */
export function escapedPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
