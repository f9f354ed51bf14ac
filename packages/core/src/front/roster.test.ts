import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Listed, Roster } from './roster.js';

test('holds what was added and not removed, as a set would', () => {
  const step = fc.tuple(fc.constantFrom('add', 'delete', 'has'), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const items: Listed[] = Array.from({ length: 10 }, () => ({ seat: 0 }));
      const [roster, model] = [new Roster(), new Set<Listed>()];
      for (const [what, which] of steps) {
        const item = items[which] as Listed;
        if (what === 'add' && !model.has(item)) {
          roster.add(item);
          model.add(item);
        } else if (what === 'delete') expect(roster.delete(item)).toBe(model.delete(item));
        expect(roster.has(item)).toBe(model.has(item));
        expect(roster.size).toBe(model.size);
        expect(new Set(roster)).toEqual(model);
      }
    }),
  );
});

test('can change while it is gone through', () => {
  const roster = new Roster<Listed & { readonly name: string }>();
  for (const name of ['a', 'b', 'c']) roster.add({ seat: 0, name });
  const seen: string[] = [];
  for (const each of roster) {
    seen.push(each.name);
    roster.delete(each);
    roster.add({ seat: 0, name: 'late' });
  }
  expect([seen, roster.size]).toEqual([['a', 'b', 'c'], 3]);
  roster.clear();
  expect([...roster]).toEqual([]);
});
