import type { JsonValue } from '../model/json-value.js';

/** A payload to look at, in lines: as short as it can be, and cut where it is long. */
export function shownPayload(payload: JsonValue, most = 24): readonly string[] {
  const short = JSON.stringify(payload);
  if (short.length <= 100) return [short];
  const lines = JSON.stringify(payload, undefined, 2).split('\n').map(cut);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `… (${lines.length - most + 1} more lines)`];
}

function cut(line: string): string {
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
