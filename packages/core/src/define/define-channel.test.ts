import assert from 'node:assert/strict';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { isTidingsError } from '../errors/tidings-error.js';
import { bigIntString, brand, bytes, defineChannel, isoDate, marksOf, openEnum } from './index.js';

/** The problems that a definition was refused with. */
function problemsOf(define: () => unknown): readonly string[] {
  try {
    define();
  } catch (error) {
    if (!isTidingsError(error, 'invalid_definition')) throw error;
    return error.message.split('\n  - ').slice(1);
  }
  return [];
}

function refused(schema: z.ZodType): readonly string[] {
  return problemsOf(() => defineChannel('some.thing', schema));
}

describe('what a channel is', () => {
  test('says what it was told, and defaults', () => {
    const channel = defineChannel('order.placed', z.object({ id: z.string() }), { description: 'Placed.', key: 'id' });
    expect(channel).toMatchObject({
      name: 'order.placed',
      version: 1,
      description: 'Placed.',
      delivery: 'broadcast',
      key: 'id',
      deprecated: undefined,
    });
    assert.equal(Object.isFrozen(channel), true);
  });

  test('evolve leaves the channel it was called on alone', () => {
    const first = defineChannel('order.placed', z.object({ id: z.string() }));
    const second = first.evolve(z.object({ id: z.string(), note: z.string() }), { up: (v1) => ({ ...v1, note: '' }) });
    assert.deepEqual([first.version, second.version], [1, 2]);
    assert.deepEqual(
      second.versions.map(({ version, minReader }) => [version, minReader]),
      [
        [1, undefined],
        [2, undefined],
      ],
    );
    assert.equal(second['~codec'].minReader, 2);
  });
});

describe('names', () => {
  test.each(['a', 'order.placed', 'github.pull_request', 'x1.y2-z3.w'])('%s is one', (name) => {
    assert.deepEqual(
      problemsOf(() => defineChannel(name, z.object({}))),
      [],
    );
  });

  test.each([
    ['OrderPlaced', "such as 'order.placed'"],
    ['order placed', "such as 'order.placed'"],
    ['order..placed', "such as 'order.placed'"],
    ['1st.order', "such as 'st.order'"],
    ['', "such as 'order.placed'"],
    ['__proto__', "such as 'proto'"],
    ['order.*', "such as 'order'"],
  ])('%j is none, and a better one is offered', (name, offer) => {
    const [problem] = problemsOf(() => defineChannel(name, z.object({})));
    assert.ok(problem?.includes('must be lower-case words joined by dots'), problem);
    assert.ok(problem?.endsWith(offer), problem);
  });

  test('a name has an end', () => {
    assert.deepEqual(
      problemsOf(() => defineChannel('a'.repeat(201), z.object({}))),
      ['the name is 201 characters long; 200 is the most'],
    );
  });
});

describe('what can not travel is refused, in words, with its path', () => {
  test.each<[string, z.ZodType, string]>([
    ['date', z.object({ at: z.date() }), 'payload.at is a Date'],
    ['bigint', z.object({ n: z.bigint() }), 'payload.n is a bigint'],
    ['int64', z.object({ n: z.int64() }), 'payload.n is a bigint'],
    ['map', z.object({ m: z.map(z.string(), z.string()) }), 'payload.m is a Map'],
    ['set', z.object({ s: z.set(z.string()) }), 'payload.s is a Set'],
    ['symbol', z.object({ s: z.symbol() }), 'payload.s is a symbol'],
    ['nan', z.object({ n: z.nan() }), 'payload.n is NaN'],
    ['file', z.object({ f: z.file() }), 'payload.f is a File'],
    ['undefined', z.object({ u: z.undefined() }), 'payload.u is undefined'],
    ['void', z.object({ u: z.void() }), 'payload.u is undefined'],
    ['function', z.object({ f: z.function() as unknown as z.ZodType }), 'payload.f is a function'],
    ['promise', z.object({ p: z.promise(z.string()) }), 'payload.p is a promise'],
    ['custom', z.object({ c: z.instanceof(URL) }), 'payload.c is checked by code only'],
    ['transform', z.object({ t: z.string().transform(Number) }), 'payload.t transforms one way only (.transform)'],
    ['bare transform', z.object({ t: z.transform(Number) }), 'payload.t transforms one way only'],
    ['preprocess', z.object({ t: z.preprocess(Number, z.number()) }), 'payload.t preprocesses its input one way only'],
    ['coerce', z.object({ t: z.coerce.number() }), 'payload.t coerces its input one way only'],
    ['trim', z.object({ t: z.string().trim() }), 'payload.t overwrites its value'],
    ['toLowerCase', z.object({ t: z.string().toLowerCase() }), 'payload.t overwrites its value'],
    ['overwrite', z.object({ t: z.number().overwrite((n) => n) }), 'payload.t overwrites its value'],
    ['success', z.object({ t: z.success(z.string()) }), 'payload.t keeps only whether'],
    ['bigint literal', z.object({ t: z.literal(1n) }), 'payload.t has a literal that JSON does not have (1)'],
    ['undefined literal', z.object({ t: z.literal([undefined, 'a']) }), 'payload.t has a literal'],
    ['loose record', z.object({ r: z.looseRecord(z.string(), z.string()) }), 'payload.r lets keys through unchecked'],
    ['optional item', z.object({ a: z.array(z.string().optional()) }), 'payload.a[] may be undefined'],
    [
      'optional tuple item',
      z.object({ a: z.tuple([z.string(), z.string().optional()]) }),
      'payload.a[1] may be undefined',
    ],
    ['optional payload', z.object({}).optional(), 'payload may be undefined'],
    ['deep in an array', z.array(z.object({ at: z.date() })), 'payload[].at is a Date'],
    ['deep in a record', z.record(z.string(), z.date()), 'payload{} is a Date'],
    ['deep in a tuple', z.tuple([z.string(), z.date()]), 'payload[1] is a Date'],
    ['deep in a union', z.union([z.string(), z.object({ at: z.date() })]), 'payload(1).at is a Date'],
    ['deep in a lazy', z.object({ l: z.lazy(() => z.date()) }), 'payload.l is a Date'],
    ['deep in wrappers', z.object({ w: z.date().nullable().default(null).readonly() }), 'payload.w is a Date'],
    ['deep in an intersection', z.intersection(z.object({ at: z.date() }), z.object({})), 'payload.at is a Date'],
    ['odd property', z.object({ 'a b': z.date() }), 'payload["a b"] is a Date'],
    [
      'the wire side of a codec',
      z.codec(z.date(), z.string(), { decode: String, encode: (s) => new Date(s) }),
      'payload is a Date',
    ],
    [
      'a transform on the data side of a codec',
      z.codec(z.string(), z.string().transform(Number), { decode: (s) => s, encode: (s) => s }),
      'payload transforms one way only',
    ],
    ['__proto__', z.object(JSON.parse('{"__proto__":1}') as object) as z.ZodType, ''],
  ])('%s', (kind, schema, expected) => {
    if (kind === '__proto__') {
      const shape = Object.defineProperty({}, '__proto__', { value: z.string(), enumerable: true });
      assert.ok(refused(z.object(shape))[0]?.startsWith('payload.__proto__ no property may be called'));
      return;
    }
    const problems = refused(schema);
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.ok(problems[0]?.startsWith(expected), problems[0]);
  });

  test('every problem is told at once', () => {
    const define = () => defineChannel('Bad Name', z.object({ a: z.date(), b: z.bigint() }), { key: 'c' as never });
    assert.equal(problemsOf(define).length, 4);
  });

  test('a version that can not travel is refused when it is added, and so is a missing up', () => {
    const first = defineChannel('order.placed', z.object({ id: z.string() }));
    assert.throws(
      () => first.evolve(z.object({ at: z.date() }), { up: () => ({ at: new Date() }) }),
      /version 2, can not be defined/,
    );
    assert.throws(() => first.evolve(z.object({}), {} as never), /'up' must be a function/);
    assert.throws(
      () => first.evolve(z.object({}), { up: () => ({}), minReader: 3 }),
      /minReader must be a version from 1 to 2/,
    );
  });

  test('an option that there is not is named, with those that there are', () => {
    assert.deepEqual(
      problemsOf(() => defineChannel('some.thing', z.object({}), { descripton: 'x' } as never)),
      ["there is no option 'descripton'; there are description, deprecated, delivery, key, retention"],
    );
  });

  test('what is no schema is refused', () => {
    assert.throws(() => defineChannel('some.thing', {} as never), /must be a schema of zod 4/);
    assert.throws(() => defineChannel('some.thing', undefined as never), /must be a schema of zod 4/);
  });

  test('recursion is fine, and is seen as unbounded', () => {
    const tree = z.object({
      value: z.string(),
      get children(): z.ZodArray<typeof tree> {
        return z.array(tree);
      },
    });
    assert.equal(defineChannel('some.tree', tree)['~codec'].unbounded, true);
    assert.equal(defineChannel('some.thing', z.object({ a: z.string() }))['~codec'].unbounded, false);
    assert.equal(defineChannel('some.json', z.object({ a: z.json() }))['~codec'].unbounded, true);
    assert.equal(defineChannel('some.loose', z.looseObject({}))['~codec'].unbounded, true);
  });
});

describe('keys', () => {
  const schema = z.object({
    id: z.string(),
    n: z.int(),
    ok: z.boolean(),
    at: isoDate,
    float: z.number(),
    maybe: z.string().optional(),
    nothing: z.string().nullable(),
    standard: z.string().default('x'),
    list: z.array(z.string()),
    deep: z.object({ id: z.uuid() }),
    either: z.union([z.object({ id: z.string() }), z.object({ other: z.string() })]),
    both: z.union([z.object({ id: z.string() }), z.object({ id: z.int() })]),
  });

  test.each(['id', 'n', 'ok', 'at', 'deep.id', 'both.id'])('%s can be one', (key) => {
    assert.deepEqual(
      problemsOf(() => defineChannel('some.thing', schema, { key: key as 'id' })),
      [],
    );
  });

  test.each([
    ['float', 'is a number that need not be an integer'],
    ['maybe', "'maybe' may be missing"],
    ['nothing', "'nothing' may be null"],
    ['standard', "'standard' may be missing"],
    ['list', "'list' is an array"],
    ['deep', "'deep' is an object"],
    ['deep.nope', "there is no property 'nope' in 'deep'; it has 'id'"],
    ['id.more', "'id' has no properties"],
    ['either.id', "there is no property 'id' in 'either'; it has 'other' (in member 1 of the union at 'either')"],
    ['constructor', "there is no property 'constructor' in the payload"],
    ['', 'it must be a path'],
  ])('%j can not', (key, reason) => {
    const problems = problemsOf(() => defineChannel('some.thing', schema, { key: key as 'id' }));
    assert.equal(problems.length, 1);
    assert.ok(problems[0]?.includes(reason), problems[0]);
  });

  test('must hold in every version', () => {
    const first = defineChannel('some.thing', z.object({ id: z.string() }), { key: 'id' });
    assert.throws(
      () => first.evolve(z.object({ name: z.string() }), { up: () => ({ name: '' }) }),
      /key "id": there is no property/,
    );
  });
});

describe('codecs and marks', () => {
  const channel = defineChannel(
    'some.thing',
    z.object({
      at: isoDate,
      raw: bytes,
      big: bigIntString,
      role: openEnum(['user', 'bot']),
      id: brand(z.string(), 'Id'),
    }),
  );
  const codec = channel['~codec'];
  const data = { at: new Date(0), raw: new Uint8Array([0, 255]), big: -12n, role: 'other', id: 'x' };
  const wire = { at: '1970-01-01T00:00:00.000Z', raw: 'AP8=', big: '-12', role: 'other', id: 'x' };

  test('go out and come back', () => {
    assert.deepEqual(codec.encode(data), wire);
    assert.deepEqual(codec.decode(wire, 1, 1), data);
  });

  test('isoDate reads any offset', () => {
    const read = codec.decode({ ...wire, at: '1970-01-01T02:00:00+02:00' }, 1, 1) as typeof data;
    assert.deepEqual(read.at, new Date(0));
  });

  test('marks stay, whatever is put around them, and so do descriptions', () => {
    const id = brand(z.string().describe('Who.'), 'UserId');
    assert.deepEqual(marksOf(id), { brand: 'UserId' });
    assert.deepEqual(marksOf(id.min(3)), { brand: 'UserId' });
    assert.equal(id.description, 'Who.');
    assert.deepEqual(marksOf(openEnum(['a', 'b', 'a'])), { openEnum: ['a', 'b'] });
    assert.deepEqual(marksOf(brand(openEnum(['a']), 'Role')), { openEnum: ['a'], brand: 'Role' });
    assert.deepEqual(marksOf(z.string()), {});
  });

  test('bad names and lists are refused', () => {
    assert.throws(() => brand(z.string(), 'not a name'), /must be an identifier/);
    assert.throws(() => openEnum([] as never), /at least one string/);
    assert.throws(() => openEnum(['abc'], { maxLength: 2 }), /longer than its maxLength of 2/);
  });

  test('an open enum has an end too', () => {
    expect(codec.decode({ ...wire, role: 'x'.repeat(201) }, 1, 1)).toMatchObject({ issues: [{ path: ['role'] }] });
  });

  test.each(['01', '1.5', 'x', '', '-0', '9'.repeat(1_100)])('%j is no bigIntString', (big) => {
    expect(codec.decode({ ...wire, big }, 1, 1)).toMatchObject({ reason: 'schema' });
  });
});

describe('defaults', () => {
  let made = 0;
  const channel = defineChannel(
    'some.thing',
    z.object({
      plain: z.string().default('x'),
      date: isoDate.default(new Date(0)),
      pre: isoDate.prefault('1970-01-01T00:00:00Z'),
      dynamic: z.int().default(() => {
        made += 1;
        return made;
      }),
      caught: z.string().catch('caught'),
      inner: z.object({ n: z.int().default(7) }),
    }),
  );

  test('are filled in when publishing, whatever side they are of', () => {
    assert.deepEqual(channel['~codec'].encode({ inner: {}, caught: 'c', dynamic: 100 }), {
      plain: 'x',
      date: '1970-01-01T00:00:00.000Z',
      pre: '1970-01-01T00:00:00Z',
      dynamic: 100,
      caught: 'c',
      inner: { n: 7 },
    });
  });

  test('that are made anew each time stay so', () => {
    const first = channel['~codec'].encode({ inner: {}, caught: 'c' }) as { dynamic: number };
    const second = channel['~codec'].encode({ inner: {}, caught: 'c' }) as { dynamic: number };
    assert.notEqual(first.dynamic, second.dynamic);
  });

  test('catch hides what comes in wrong, never what goes out wrong', () => {
    expect(channel['~codec'].encode({ inner: {}, caught: 1 })).toMatchObject({
      reason: 'schema',
      issues: [{ path: ['caught'] }],
    });
    expect(channel['~codec'].decode({ inner: {}, caught: 1 }, 1, 1)).toMatchObject({ caught: 'caught' });
  });
});

describe('checks of a container', () => {
  const channel = defineChannel(
    'some.range',
    z
      .object({ from: isoDate, to: isoDate })
      .refine(({ from, to }) => from.getTime() <= to.getTime(), 'from must not be after to'),
  );
  const [early, late] = [new Date(0), new Date(1)];

  test('see Data on both ends', () => {
    assert.deepEqual(channel['~codec'].decode(channel['~codec'].encode({ from: early, to: late }), 1, 1), {
      from: early,
      to: late,
    });
    expect(channel['~codec'].encode({ from: late, to: early })).toMatchObject({
      message: 'payload: from must not be after to',
    });
    expect(channel['~codec'].decode({ from: late.toISOString(), to: early.toISOString() }, 1, 1)).toMatchObject({
      reason: 'schema',
    });
  });

  test('of an older version hold before its up runs', () => {
    const evolved = channel.evolve(z.object({ from: isoDate, to: isoDate, note: z.string() }), {
      up: (v1) => ({ ...v1, note: '' }),
    });
    const codec = evolved['~codec'];
    expect(codec.decode({ from: late.toISOString(), to: early.toISOString() }, 1, 1)).toMatchObject({
      reason: 'schema',
    });
    assert.deepEqual(codec.decode({ from: early.toISOString(), to: late.toISOString() }, 1, 1), {
      from: early,
      to: late,
      note: '',
    });
  });
});

describe('older and newer versions', () => {
  const channel = defineChannel('some.thing', z.object({ a: z.string(), gone: z.string().default('g') }))
    .evolve(z.object({ a: z.string(), b: z.int() }), {
      up: ({ a, gone }) => {
        if (a === 'throw') throw new Error(`can not raise ${a}`);
        return { a: gone ?? a, b: a === 'misfit' ? 1.5 : 2 };
      },
    })
    .evolve(z.object({ a: z.string(), b: z.int(), c: isoDate }), {
      up: (v2) => ({ ...v2, c: '1970-01-01T00:00:00Z' }),
      minReader: 2,
    });
  const codec = channel['~codec'];

  test('an older one is raised step by step, from its wire form', () => {
    assert.deepEqual(codec.decode({ a: 'x', unknown: 1 }, 1, 1), { a: 'x', b: 2, c: new Date(0) });
    assert.deepEqual(codec.decode({ a: 'x', b: 5 }, 2, 2), { a: 'x', b: 5, c: new Date(0) });
  });

  test('an older one is held by its own schema', () => {
    expect(codec.decode({ a: 1 }, 1, 1)).toMatchObject({ reason: 'schema', issues: [{ path: ['a'] }] });
  });

  test('an up that throws, and one whose result does not fit', () => {
    const thrown = codec.decode({ a: 'throw' }, 1, 1);
    expect(thrown).toMatchObject({ reason: 'upcast', message: 'the up function to version 2 threw Error' });
    const { cause } = thrown as { cause: Error };
    assert.ok(!String(cause.stack).includes('can not raise'), 'the message may quote the payload');
    assert.match(String(cause.stack), /define-channel\.test\.ts/);
    expect(codec.decode({ a: 'misfit' }, 1, 1)).toMatchObject({ reason: 'upcast', issues: [{ path: ['b'] }] });
  });

  test('a newer one is read if it says that it may be', () => {
    assert.deepEqual(codec.decode({ a: 'x', b: 1, c: '1970-01-01T00:00:00Z', d: 1 }, 5, 3), {
      a: 'x',
      b: 1,
      c: new Date(0),
    });
    expect(codec.decode({}, 5, 4)).toMatchObject({ reason: 'version' });
  });
});

describe('what is told of a refused payload', () => {
  const channel = defineChannel(
    'some.thing',
    z.strictObject({
      users: z.record(z.string(), z.object({ age: z.int() })).optional(),
      shape: z
        .union([
          z.object({ kind: z.literal('a'), x: z.string() }),
          z.object({ kind: z.literal('b'), deep: z.object({ n: z.int() }) }),
        ])
        .optional(),
      parsed: z
        .codec(z.string(), z.unknown(), {
          decode: (text) => JSON.parse(text) as unknown,
          encode: (value) => JSON.stringify(value),
        })
        .optional(),
      open: z.unknown().optional(),
    }),
  );
  const codec = channel['~codec'];

  test('names keys of the schema, never keys or values of the payload', () => {
    const refusal = codec.encode({ users: { 'secret@example.org': { age: 'secret' } }, secretKey: 'secret' });
    expect(refusal).toMatchObject({
      issues: [
        { path: ['users', '*', 'age'], message: 'expected number, received string' },
        { path: [], message: '1 unrecognized property (the object is strict)' },
      ],
    });
    assert.ok(!JSON.stringify(refusal).includes('secret'));
  });

  test('tells the member of a union that was meant', () => {
    expect(codec.encode({ shape: { kind: 'b', deep: { n: 'x' } } })).toMatchObject({
      issues: [{ path: ['shape', 'deep', 'n'] }],
    });
  });

  test('does not quote what a codec that throws may quote', () => {
    const refusal = codec.decode({ parsed: 'secret' }, 1, 1);
    expect(refusal).toMatchObject({ reason: 'schema', message: 'code of the schema threw SyntaxError' });
    assert.ok(!`${JSON.stringify(refusal)}${String((refusal as { cause: Error }).cause.stack)}`.includes('secret'));
  });

  test.each<[string, unknown]>([
    ['a Date', new Date()],
    ['a bigint', { deep: [1n] }],
    ['NaN', [Number.NaN]],
    ['undefined in an array', [undefined]],
    ['a class instance', new Map()],
    ['a function', () => 1],
    ['a __proto__ key', JSON.parse('{"__proto__":{"polluted":true}}')],
  ])('%s is no JSON where anything goes', (_, open) => {
    expect(codec.encode({ open })).toMatchObject({ issues: [{ path: ['open'] }] });
  });

  test('an item that may be anything is there nevertheless, whether its tuple has a rest or not', () => {
    const pair = z.tuple([z.string(), z.unknown()]);
    const tuples = defineChannel(
      'some.tuples',
      z.object({ closed: pair.optional(), open: pair.rest(z.int()).optional() }),
    );
    for (const name of ['closed', 'open']) {
      const path = [name];
      expect(tuples['~codec'].decode({ [name]: ['a'] }, 1, 1)).toMatchObject({ issues: [{ path }] });
      expect(tuples['~codec'].encode({ [name]: ['a', undefined] })).toMatchObject({ reason: 'schema' });
      for (const whole of [
        ['a', null],
        ['a', { deep: [] }],
      ]) {
        expect(tuples['~codec'].decode({ [name]: whole }, 1, 1)).toEqual({ [name]: whole });
      }
    }
    expect(tuples['~codec'].decode({ open: ['a', 1, 2, 3] }, 1, 1)).toEqual({ open: ['a', 1, 2, 3] });
    const list = defineChannel('some.list', z.object({ list: z.array(z.unknown()) }))['~codec'];
    expect(list.encode({ list: [1, undefined] })).toMatchObject({
      issues: [{ path: ['list'], message: 'expected JSON: item 1 is undefined' }],
    });
    expect(list.encode({ list: [1, null, {}] })).toEqual({ list: [1, null, {}] });
  });

  test('a __proto__ key does not come in either', () => {
    expect(codec.decode(JSON.parse('{"open":{"a":[{"__proto__":{"polluted":true}}]}}'), 1, 1)).toMatchObject({
      issues: [{ path: ['open'] }],
    });
  });

  test('an asynchronous schema is told at first use', () => {
    const asynchronous = defineChannel('some.async', z.object({ a: z.string().refine(async () => true) }));
    assert.throws(
      () => asynchronous['~codec'].encode({ a: 'x' }),
      (error) => isTidingsError(error, 'async_schema'),
    );
    assert.throws(
      () => asynchronous['~codec'].decode({ a: 'x' }, 1, 1),
      (error) => isTidingsError(error, 'async_schema'),
    );
  });
});
