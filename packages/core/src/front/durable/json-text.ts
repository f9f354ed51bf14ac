/** The JSON of what was parsed, however deep it nests: `JSON.stringify` has not enough stack for what `JSON.parse` takes. */
export function jsonText(parsed: unknown): string {
  try {
    return JSON.stringify(parsed);
  } catch (error) {
    if (error instanceof RangeError) return written(parsed);
    throw error;
  }
}

/** What is open at the moment: its entries, which is next, and how it closes. */
interface Level {
  readonly entries: readonly (readonly [key: string | undefined, value: unknown])[];
  readonly close: string;
  next: number;
}

function written(root: unknown): string {
  const parts: string[] = [];
  const open: Level[] = [];
  const write = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      parts.push(JSON.stringify(value));
    } else if (Array.isArray(value)) {
      parts.push('[');
      open.push({ entries: value.map((each) => [undefined, each]), close: ']', next: 0 });
    } else {
      parts.push('{');
      open.push({ entries: Object.entries(value), close: '}', next: 0 });
    }
  };
  write(root);
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const entry = level.entries[level.next];
    if (entry === undefined) {
      parts.push(level.close);
      open.pop();
      continue;
    }
    const [key, value] = entry;
    if (level.next > 0) parts.push(',');
    if (key !== undefined) parts.push(JSON.stringify(key), ':');
    level.next += 1;
    write(value);
  }
  return parts.join('');
}
