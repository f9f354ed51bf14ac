import { expect } from 'vitest';

/** The rows of the picture, without names and the mark of the loss. */
export function rowsOf(output: string): readonly string[] {
  return [...output.matchAll(/^[0-9a-f]{8} {2}([AB2b.!│]+)$/gm)].map(([, row = '']) => row.replace('│', ''));
}

/** Holds the output of a run against what is promised, and against its own picture. */
export function expectRightRun(output: string): void {
  expect(output).toContain('nothing is missing, and each conversation is in order on each of its channels');
  expect(output).toMatch(/^left in the log: unsettled 0, dead letters 0$/m);
  const rows = rowsOf(output);
  expect(rows).toHaveLength(12);
  for (const row of rows) expect(row).toMatch(/^[AB2b]{40}$/);
  const all = rows.join('');
  const count = (sign: string) => all.split(sign).length - 1;
  // Both workers did something, before and after one was lost.
  expect(count('A')).toBeGreaterThan(0);
  expect(rows.some((row) => row.startsWith('A') && row.endsWith('B'))).toBe(true);
  expect(rows.some((row) => /^B+$/.test(row))).toBe(true);
  const [, a, b, twice] =
    /^published 480, handled 480 \(lines of A (\d+), of B (\d+)\), handled twice (\d+), missing 0, out of order 0$/m.exec(
      output,
    ) ?? [];
  expect(Number(twice)).toBe(count('2'));
  expect(Number(a)).toBe(count('A') + count('2'));
  expect(Number(b)).toBe(count('B') + count('b') + count('2'));
  const [, again] = /and handled by B: (\d+)/.exec(output) ?? [];
  expect(Number(again)).toBe(count('b') + count('2'));
}
