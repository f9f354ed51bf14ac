import fc from 'fast-check';

const odd: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'a',
  'b',
  '😀',
  '12',
  'x'.repeat(9),
  1n,
  {},
  [],
  [1],
  { a: 1 },
  { type: 'b' },
  { both: 1, a: 1, b: 1 },
  new Date(0),
  new Date(Number.NaN),
  new Uint8Array([1]),
  new Map(),
  new Set([1]),
  Symbol.iterator,
];

/** What could come in place of a value: itself, or it with something exchanged, missing, added. */
export function mutations(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...odd)), { maxLength: 2 })
    .map((steps) => steps.reduce<unknown>((from, [where, how, what]) => mutated(from, where, how, what), value));
}

function mutated(value: unknown, where: number, how: number, what: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && how % 4 !== 0) return mutatedList(value, where, how, what);
  if (isPlain(value) && how % 5 !== 0) return mutatedObject(value, where, how, what);
  return typeof value === 'string' && how % 3 === 0 ? mutatedText(value, where, how) : what;
}

function mutatedList(list: readonly unknown[], where: number, how: number, what: unknown): unknown {
  const index = where % list.length;
  if (how % 4 === 1) return list.toSpliced(index, 1);
  if (how % 4 === 2) return [...list, what];
  return list.with(index, mutated(list[index], where >> 2, how >> 2, what));
}

function mutatedObject(object: Readonly<Record<string, unknown>>, where: number, how: number, what: unknown): unknown {
  const names = Object.keys(object);
  const name = names[where % Math.max(names.length, 1)];
  if (name === undefined || how % 5 === 1) return { ...object, [['a', 'b', 'x', '1'][where % 4] ?? 'x']: what };
  if (how % 5 === 2) return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
  return { ...object, [name]: mutated(object[name], where >> 2, how >> 2, what) };
}

function mutatedText(text: string, where: number, how: number): string {
  const at = where % (text.length + 1);
  const letters = ['0', 'z', 'A', ' ', '-', '\n', '😀', ''];
  return text.slice(0, at) + (letters[how % letters.length] ?? '') + text.slice(at + (how % 2));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
