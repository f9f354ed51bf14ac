import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunningNumber } from './running-number.js';

test('numbers are written in the order in which they come, or in any other, with as many digits as they must have', () => {
  const counts = fc.array(fc.oneof(fc.nat({ max: 2_000 }), fc.maxSafeNat()));
  fc.assert(
    fc.property(counts, fc.constantFrom(10, 36), fc.integer({ min: 2, max: 16 }), (numbers, radix, digits) => {
      const running = new RunningNumber('n-', radix, digits);
      for (const n of numbers) expect(running.textOf(n)).toBe(`n-${n.toString(radix).padStart(digits, '0')}`);
    }),
  );
});
