import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import type { Branded, Channel, DataOf, EventOf, OpenEnum, PublishOf, WireOf } from '../index.js';
import { bigIntString, brand, bytes, defineChannel, isoDate, openEnum } from './index.js';

const order = defineChannel(
  'order.placed',
  z.object({
    id: brand(z.uuid(), 'OrderId'),
    at: isoDate,
    total: z.number(),
    currency: z.string().default('EUR'),
    role: openEnum(['buyer', 'seller']),
    note: z.string().optional(),
    lines: z.array(z.object({ sku: z.string(), count: z.int().default(1), weight: bigIntString })),
    raw: bytes.nullable(),
    who: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('user'), name: z.string().default('?') }),
      z.object({ kind: z.literal('system') }),
    ]),
  }),
  { key: 'id' },
);

type OrderId = Branded<string, 'OrderId'>;

describe('the three types of a channel', () => {
  test('Wire is the JSON form', () => {
    expectTypeOf<WireOf<typeof order>>().toEqualTypeOf<{
      id: OrderId;
      at: string;
      total: number;
      currency?: string | undefined;
      role: OpenEnum<'buyer' | 'seller'>;
      note?: string | undefined;
      lines: { sku: string; count?: number | undefined; weight: string }[];
      raw: string | null;
      who: { kind: 'user'; name?: string | undefined } | { kind: 'system' };
    }>();
  });

  test('Data is what handlers get', () => {
    expectTypeOf<DataOf<typeof order>>().toEqualTypeOf<{
      id: OrderId;
      at: Date;
      total: number;
      currency: string;
      role: OpenEnum<'buyer' | 'seller'>;
      note?: string | undefined;
      lines: { sku: string; count: number; weight: bigint }[];
      raw: Uint8Array | null;
      who: { kind: 'user'; name: string } | { kind: 'system' };
    }>();
  });

  test('Publish is Data with defaulted fields optional', () => {
    expectTypeOf<PublishOf<typeof order>>().toEqualTypeOf<{
      id: OrderId;
      at: Date;
      total: number;
      currency?: string | undefined;
      role: OpenEnum<'buyer' | 'seller'>;
      note?: string | undefined;
      lines: { sku: string; count?: number | undefined; weight: bigint }[];
      raw: Uint8Array | null;
      who: { kind: 'user'; name?: string | undefined } | { kind: 'system' };
    }>();
  });

  test('of other kinds too', () => {
    const odd = defineChannel(
      'odd.kinds',
      z.object({
        tuple: z.tuple([z.string(), isoDate], z.int()),
        record: z.record(z.string(), isoDate),
        partial: z.partialRecord(z.enum(['a', 'b']), z.int()),
        exact: z.string().exactOptional(),
        both: z.intersection(z.object({ a: z.string().default('x') }), z.object({ b: z.string() })),
        frozen: z.object({ a: z.int() }).readonly(),
        loose: z.looseObject({ a: z.int() }),
        rest: z.object({ a: z.int() }).catchall(z.int()),
        empty: z.object({}),
        caught: z.string().catch('x'),
        pre: isoDate.prefault('1970-01-01T00:00:00Z'),
        money: brand(z.object({ amount: z.int(), currency: z.string().default('EUR') }), 'Money'),
      }),
    );
    expectTypeOf<PublishOf<typeof odd>>().toEqualTypeOf<{
      tuple: [string, Date, ...number[]];
      record: Record<string, Date>;
      partial: Partial<Record<'a' | 'b', number>>;
      exact?: string;
      both: { a?: string | undefined } & { b: string };
      frozen: Readonly<{ a: number }>;
      loose: { a: number; [x: string]: unknown };
      rest: { a: number; [x: string]: number };
      empty: Record<string, never>;
      caught: string;
      pre?: Date | undefined;
      money: Branded<{ amount: number; currency?: string | undefined }, 'Money'>;
    }>();
  });

  test('recursion does not go on for ever', () => {
    const tree = z.object({
      value: z.string().default(''),
      get children(): z.ZodOptional<z.ZodArray<typeof tree>> {
        return z.array(tree).optional();
      },
    });
    const channel = defineChannel('a.tree', tree);
    type Tree = { value?: string | undefined; children?: Tree[] | undefined };
    expectTypeOf<PublishOf<typeof channel>>().toExtend<Tree>();
  });

  test('an event tells its channel by name', () => {
    expectTypeOf<EventOf<typeof order>['channel']>().toEqualTypeOf<'order.placed'>();
  });
});

describe('what does not compile', () => {
  test('a key that is not there, may be missing, or is no key', () => {
    const schema = z.object({
      id: z.string(),
      maybe: z.string().optional(),
      at: isoDate,
      deep: z.object({ n: z.int() }),
    });
    defineChannel('some.thing', schema, { key: 'deep.n' });
    defineChannel('some.thing', schema, { key: 'at' });
    // @ts-expect-error There is no property 'nope'.
    defineChannel('some.thing', schema, { key: 'nope' });
    // @ts-expect-error It may be missing.
    defineChannel('some.thing', schema, { key: 'maybe' });
    // @ts-expect-error It is an object.
    defineChannel('some.thing', schema, { key: 'deep' });
  });

  test('an evolution without an up, or with one that gives something else', () => {
    const first = defineChannel('some.thing', z.object({ at: isoDate }));
    const next = z.object({ at: isoDate, locale: z.string() });
    first.evolve(next, { up: (v1) => ({ ...v1, locale: 'und' }) });
    // @ts-expect-error There is no up.
    first.evolve(next, {});
    // @ts-expect-error There is nothing at all.
    first.evolve(next);
    // @ts-expect-error The locale is missing.
    first.evolve(next, { up: (v1) => v1 });
    // @ts-expect-error The wire form holds a string, not a Date.
    first.evolve(next, { up: (v1) => ({ at: v1.at.getTime(), locale: 'und' }) });
  });

  test('an unknown option, an unknown delivery', () => {
    // @ts-expect-error There is no such option.
    defineChannel('some.thing', z.object({}), { descripton: 'x' });
    // @ts-expect-error There is no such delivery.
    defineChannel('some.thing', z.object({}), { delivery: 'sometimes' });
  });

  test('an annotation that has drifted from the schema', () => {
    const definition = defineChannel('some.thing', z.object({ id: z.string(), n: z.int().default(1) }));
    type Wire = { id: string; n?: number | undefined };
    type Data = { id: string; n: number };
    const exact: Channel<'some.thing', { wire: Wire; publish: Wire; data: Data; delivery: 'broadcast' }> = definition;
    // @ts-expect-error Another name.
    const otherName: Channel<'some.thin', { wire: Wire; publish: Wire; data: Data; delivery: 'broadcast' }> =
      definition;
    // @ts-expect-error A property too few.
    const tooFew: Channel<'some.thing', { wire: Wire; publish: Wire; data: { id: string }; delivery: 'broadcast' }> =
      definition;
    // @ts-expect-error A property too many.
    const tooMany: Channel<
      'some.thing',
      { wire: Wire & { x: string }; publish: Wire; data: Data; delivery: 'broadcast' }
    > = definition;
    // @ts-expect-error A default that is no longer there.
    const noDefault: Channel<'some.thing', { wire: Wire; publish: Data; data: Data; delivery: 'broadcast' }> =
      definition;
    // @ts-expect-error Another delivery.
    const otherDelivery: Channel<'some.thing', { wire: Wire; publish: Wire; data: Data; delivery: 'durable' }> =
      definition;
    expectTypeOf([exact, otherName, tooFew, tooMany, noDefault, otherDelivery]).toBeArray();
  });
});
