import type { Report } from './rule.js';

/** What to do about a file that is no JSON, or has conflicts of a merge in it. */
export interface JsonAdvice {
  readonly broken: string;
  /** Default: as for one that is broken. */
  readonly conflict?: string;
}

/** What a text is as JSON; undefined if it is none, which is reported. */
export function parsedJson(json: string, report: Report, { broken, conflict }: JsonAdvice): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (conflict !== undefined && /^<{7} /m.test(json)) report('', `has conflicts of a merge in it: ${conflict}`);
    else report('', `is no JSON (${messageOf(error)}): ${broken}`);
    return undefined;
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
}
