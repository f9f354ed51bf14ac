import { expect, test } from 'vitest';
import { distinct, inTurn, LazyList, take } from './lazy-list.js';

function* countingTo(last: number, made: number[]): Generator<number> {
  for (let next = 1; next <= last; next += 1) {
    made.push(next);
    yield next;
  }
}

test('makes what is asked for, once', () => {
  const made: number[] = [];
  const list = new LazyList(() => countingTo(5, made));
  expect([list.first(2), made]).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect([list.at(0), list.at(2), made]).toEqual([1, 3, [1, 2, 3]]);
  expect([[...list], list.at(9), list.nearest(9), made]).toEqual([[1, 2, 3, 4, 5], undefined, 5, [1, 2, 3, 4, 5]]);
});

test('ends where it is being made, for whoever asks', () => {
  const list: LazyList<number> = new LazyList(function* () {
    yield 1;
    yield [...list].length + 1;
    yield [...list].length + 1;
  });
  expect([...list]).toEqual([1, 2, 3]);
});

test('has nothing only as long as what it is made of is being made', () => {
  const parent: LazyList<string> = new LazyList(function* () {
    for (const name of child) yield `parent of ${name}`;
    yield 'nobody’s parent';
  });
  const child: LazyList<string> = new LazyList(function* () {
    for (const name of parent) yield `child of ${name}`;
  });
  const grandchild = new LazyList(() => child.first(1));
  const first = new LazyList(function* () {
    yield* parent.first(1);
    yield* grandchild;
  });
  expect([...first]).toEqual(['nobody’s parent', 'child of nobody’s parent']);
});

test('what is made of nothing but itself has nothing', () => {
  const one: LazyList<number> = new LazyList(() => other);
  const other: LazyList<number> = new LazyList(() => one);
  expect([[...one], [...other], [...one]]).toEqual([[], [], []]);
});

test('in turn, and no more than wanted', () => {
  expect([...inTurn([[1, 2, 3], [], [4], [5, 6]])]).toEqual([1, 4, 5, 2, 6, 3]);
  expect([...take(2, [1, 2, 3])]).toEqual([1, 2]);
  expect([...distinct([1, 2, 3, 4], (value) => value % 2)]).toEqual([1, 2]);
});
