import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PairTable } from './pair-table.js';

/** What each pair needs: all of some others; `false` is never given. */
type Needs = Readonly<Record<string, readonly (string | false)[]>>;

interface Asked {
  readonly table: PairTable<string, boolean>;
  readonly ask: (name: string) => boolean;
  readonly looks: string[];
}

function asked(needs: Needs, isAny: (name: string) => boolean = () => false): Asked {
  const table = new PairTable<string, boolean>({ granted: true, isSure: (found) => !found });
  const looks: string[] = [];
  const ask = (name: string): boolean =>
    table.find(name, name, () => {
      looks.push(name);
      const own = needs[name] ?? [];
      const holds = (need: string | false): boolean => need !== false && ask(need);
      return isAny(name) ? own.some(holds) : own.every(holds);
    });
  return { table, ask, looks };
}

test('looks at a pair once', () => {
  const { ask, looks } = asked({ a: ['b', 'c'], b: ['c'], c: [] });
  expect([ask('a'), ask('b'), ask('a')]).toEqual([true, true, true]);
  expect(looks).toEqual(['a', 'b', 'c']);
});

test('what is within itself holds, once', () => {
  const { ask, looks } = asked({ a: ['b'], b: ['c', 'a'], c: ['b'] });
  expect([ask('a'), ask('b'), ask('c')]).toEqual([true, true, true]);
  expect(looks).toEqual(['a', 'b', 'c']);
});

test('what rested on a pair that fails fails, too', () => {
  const { ask } = asked({ a: ['b', false], b: ['a'] });
  expect([ask('a'), ask('b')]).toEqual([false, false]);
});

test('what rested on a pair that rests on one that fails fails, too', () => {
  const { ask } = asked({ a: ['b', 'd', false], b: ['c', 'a'], c: ['b'], d: ['c'] });
  expect(ask('a')).toBe(false);
  expect([ask('b'), ask('c'), ask('d')]).toEqual([false, false, false]);
});

test('what was taken for granted in one alternative is not in the next', () => {
  const { ask } = asked({ a: ['b', 'c'], b: ['d', false], c: ['d'], d: ['b'] }, (name) => name === 'a');
  expect(ask('a')).toBe(false);
});

test('is as it was if somebody throws', () => {
  const table = new PairTable<string, boolean>({ granted: true, isSure: (found) => !found });
  const fails = (): boolean => {
    table.find('b', 'b', () => table.find('a', 'a', () => true));
    throw new Error('no');
  };
  expect(() => table.find('a', 'a', fails)).toThrow('no');
  expect(table.find('b', 'b', () => false)).toBe(false);
  expect(table.find('a', 'a', () => false)).toBe(false);
});

describe('whatever is asked first', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const need = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constant(false) },
  );
  const graphs = fc.record({
    needs: fc.record(Object.fromEntries(names.map((name) => [name, fc.array(need, { maxLength: 3 })]))),
    any: fc.subarray(names),
    order: fc.shuffledSubarray(names, { minLength: names.length }),
  });

  /** The most that can hold: takes away what lacks something until nothing does. */
  function holding(needs: Needs, any: readonly string[]): readonly string[] {
    const left = new Set(names);
    for (let settled = false; !settled; ) {
      settled = true;
      for (const name of left) {
        const holds = (each: string | false): boolean => each !== false && left.has(each);
        const own = needs[name] ?? [];
        if (any.includes(name) ? own.some(holds) : own.every(holds)) continue;
        left.delete(name);
        settled = false;
      }
    }
    return [...left].sort();
  }

  test('it is what holds without taking anything for granted', () => {
    fc.assert(
      fc.property(graphs, ({ needs, any, order }) => {
        const { ask } = asked(needs, (name) => any.includes(name));
        expect(order.filter(ask).sort()).toEqual(holding(needs, any));
      }),
      { numRuns: 5_000 },
    );
  });

  test('where what fails may be found out better later, too', () => {
    const better = { yes: 0, unknown: 1, no: 2 } as const;
    type Found = keyof typeof better;
    fc.assert(
      fc.property(graphs, ({ needs, order }) => {
        const table = new PairTable<string, Found>({ granted: 'yes', isSure: (found) => found === 'no' });
        const ask = (name: string): Found =>
          table.find(name, name, () => {
            const all = (needs[name] ?? []).map((each): Found => (each === false ? 'unknown' : ask(each)));
            return all.reduce((worst, each) => (better[each] > better[worst] ? each : worst), 'yes');
          });
        expect(order.filter((name) => ask(name) === 'yes').sort()).toEqual(holding(needs, []));
      }),
      { numRuns: 2_000 },
    );
  });
});
