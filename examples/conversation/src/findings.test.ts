import { describe, expect, test } from 'vitest';
import { findingsOfLines } from '../test/findings-of-lines.js';
import { isRight } from './findings.js';

describe('what a run comes to', () => {
  test('is right if each event was handled, in order', () => {
    const findings = findingsOfLines({ one: 3, two: 1 }, ['A one/0 10', 'A one/1 20', 'B two/0 50', 'B one/2 120']);
    expect(findings).toMatchObject({ published: 4, handled: 4, by: { A: 2, B: 2 }, twice: 0, again: 0, missing: 0 });
    expect(findings.rows.map(({ doneAtLoss }) => doneAtLoss)).toEqual([2, 1]);
    expect(isRight(findings)).toBe(true);
  });

  test('is not, if an event is missing', () => {
    const findings = findingsOfLines({ one: 3 }, ['A one/0 10', 'B one/2 120']);
    expect(findings).toMatchObject({ handled: 2, missing: 1, misplaced: 0 });
    expect(isRight(findings)).toBe(false);
  });

  test('is not, if an event is handled before one that came earlier', () => {
    const findings = findingsOfLines({ one: 3 }, ['A one/1 10', 'A one/0 20', 'A one/2 30']);
    expect(findings).toMatchObject({ missing: 0, misplaced: 1 });
    expect(findings.rows[0]?.cells.map(({ misplaced }) => misplaced)).toEqual([true, false, false]);
    expect(isRight(findings)).toBe(false);
  });

  test('is not, if a worker takes over behind what was left', () => {
    const findings = findingsOfLines({ one: 2 }, ['A one/0 10', 'A one/1 20', 'B one/1 120 2', 'B one/0 130 2']);
    expect(findings.misplaced).toBe(1);
  });

  test('is not, if an event is handled that nobody published', () => {
    const findings = findingsOfLines({ one: 1 }, ['A one/0 10', 'B one/7 120']);
    expect(findings).toMatchObject({ missing: 0, unknown: 1 });
    expect(isRight(findings)).toBe(false);
  });
});

describe('what the lost worker had', () => {
  test('was taken over if it had begun it, or had it in hand', () => {
    const findings = findingsOfLines({ one: 3 }, ['A one/0 10', 'B one/1 130', 'B one/2 140 2'], ['one/1']);
    expect(findings).toMatchObject({ again: 2, twice: 0, againAfterMs: [30, 40] });
  });

  test('was handled twice if it was done, and nobody knew', () => {
    const findings = findingsOfLines({ one: 2 }, ['A one/0 10', 'A one/1 99', 'B one/1 130 2']);
    expect(findings).toMatchObject({ handled: 2, again: 1, twice: 1, misplaced: 0 });
    expect(findings.rows[0]?.cells[1]?.handled).toEqual(['A', 'B']);
    expect(isRight(findings)).toBe(true);
  });
});
