import type { AnyChannel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Change } from '../../src/compare/change.js';
import { compareContracts } from '../../src/compare/compare-contracts.js';
import { heaviest, severityOf } from '../../src/compare/severity.js';
import type { ContractModel } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';

function contractOf(...channels: readonly AnyChannel[]): ContractModel {
  return readContract({
    contract: 'shop',
    channels: channels.map((value, index) => ({ file: `${index}.ts`, exportName: `channel${index}`, value })),
  });
}

const order = z.object({ id: z.string(), items: z.array(z.object({ price: z.int().min(0) })) });

function compared(before: AnyChannel, after: AnyChannel): readonly Change[] {
  return compareContracts(contractOf(before), contractOf(after));
}

test('two that are the same', () => {
  expect(compared(defineChannel('a.b', order), defineChannel('a.b', order))).toEqual([]);
  expect(heaviest([])).toBeUndefined();
});

test('channels come and go', () => {
  const [a, b] = [defineChannel('shop.a', order), defineChannel('shop.b', order)];
  const changes = compareContracts(contractOf(a), contractOf(b));
  expect(changes.map(({ kind, channel }) => [kind, channel])).toEqual([
    ['CHANNEL_REMOVED', 'shop.a'],
    ['CHANNEL_ADDED', 'shop.b'],
  ]);
  expect(changes.map((change) => severityOf(change))).toEqual(['major', 'minor']);
});

describe('what is said of a channel', () => {
  test.each([
    ['DELIVERY_CHANGED', {}, { delivery: 'durable' }, 'major'],
    ['KEY_CHANGED', { delivery: 'durable' }, { delivery: 'durable', key: 'id' }, 'review'],
    ['RETENTION_CHANGED', { delivery: 'durable' }, { delivery: 'durable', retention: { maxCount: 9 } }, 'review'],
    ['CHANNEL_DEPRECATED', {}, { deprecated: 'Use another.' }, 'minor'],
    ['CHANNEL_RESTORED', { deprecated: 'Use another.' }, {}, 'minor'],
    ['DESCRIPTION_CHANGED', {}, { description: 'An order.' }, 'patch'],
  ] as const)('%s', (kind, before, after, severity) => {
    const channel = (options: object): AnyChannel => defineChannel('shop.a', order, options);
    const changes = compared(channel(before), channel(after));
    expect(changes.map((change) => [change.kind, severityOf(change)])).toEqual([[kind, severity]]);
  });
});

describe('names that code imports', () => {
  function named(exportName: string, shape: string): ContractModel {
    const price = z.object({ amount: z.int() });
    const value = defineChannel('shop.a', z.object({ price }));
    return readContract({
      contract: 'shop',
      channels: [{ file: 'a.ts', exportName, value }],
      shapes: [{ file: 'price.ts', exportName: shape, value: price }],
    });
  }

  test.each([
    ['EXPORT_RENAMED', named('shopA', 'price'), named('a', 'price')],
    ['SHAPE_REMOVED', named('shopA', 'price'), named('shopA', 'money')],
  ])('%s', (kind, before, after) => {
    const changes = compareContracts(before, after);
    expect(changes.map((change) => [change.kind, change.answers, severityOf(change)])).toEqual([
      [kind, { backward: 'yes', forward: 'yes', publish: 'no', handle: 'no' }, 'major'],
    ]);
    expect(compareContracts(before, before)).toEqual([]);
  });
});

describe('a version that is edited in place', () => {
  test('says what, where, why, and what to do, and shows it', () => {
    const after = z.object({ id: z.string(), items: z.array(z.object({ price: z.int().min(1) })), total: z.int() });
    const changes = compared(defineChannel('shop.a', order), defineChannel('shop.a', after));
    expect(changes).toMatchObject([
      {
        kind: 'BOUND_TIGHTENED',
        channel: 'shop.a',
        version: 1,
        path: 'payload.items[].price',
        before: 'min 0',
        after: 'min 1',
        answers: { backward: 'no', forward: 'yes', publish: 'yes', handle: 'yes' },
        counterexamples: [{ refusedBy: 'new' }],
      },
      {
        kind: 'FIELD_ADDED_REQUIRED',
        path: 'payload.total',
        answers: { backward: 'no', forward: 'yes', publish: 'no', handle: 'yes' },
      },
    ]);
    expect(changes[1]?.reason).toBe(
      'A property came that has to be there. A new reader refuses some of what was written before: payload.total: it has to be there, and is not written. A publish call no longer compiles: payload.total: it has to be there.',
    );
    expect(heaviest(changes)).toBe('major');
  });

  test('counts only what is asked', () => {
    const before = defineChannel('shop.a', z.object({ id: z.string() }));
    const after = defineChannel('shop.a', z.object({ id: z.string(), more: z.int() }));
    expect(
      compared(after, before).map((change) => [severityOf(change, 'WIRE_BACKWARD'), severityOf(change, 'WIRE_FULL')]),
    ).toEqual([['minor', 'major']]);
  });

  test('is judged as a whole: what another option covers does no harm', () => {
    const one = z.object({ name: z.string() });
    const before = z.object({ who: z.union([z.object({ name: z.string().max(5) }), one]) });
    const after = z.object({ who: z.union([z.object({ name: z.string().max(3) }), one]) });
    const changes = compared(defineChannel('shop.a', before), defineChannel('shop.a', after));
    expect(changes.map(({ kind, answers }) => [kind, answers.backward, answers.forward])).toEqual([
      ['BOUND_TIGHTENED', 'yes', 'yes'],
    ]);
  });

  test('that refuses what it does not know: calls compile, and throw', () => {
    const before = defineChannel('shop.a', z.object({ id: z.string() }));
    const [change] = compared(before, defineChannel('shop.a', z.strictObject({ id: z.string() })));
    expect(change).toMatchObject({
      kind: 'STRIP_TO_STRICT',
      answers: { backward: 'no', forward: 'yes', publish: 'no', handle: 'yes' },
    });
  });
});

describe('a version that comes', () => {
  const first = defineChannel('shop.a', z.object({ id: z.string() }));

  test('is read by new readers; by old ones, if what it says is', () => {
    const harmless = first.evolve(z.object({ id: z.string(), note: z.string().optional() }), { up: (old) => old });
    expect(compared(first, harmless)).toMatchObject([
      {
        kind: 'VERSION_ADDED',
        version: 2,
        answers: { backward: 'yes', forward: 'yes', publish: 'yes', handle: 'yes' },
        reason: 'A version came (FIELD_ADDED_OPTIONAL).',
      },
    ]);
    const another = first.evolve(z.object({ number: z.int() }), { up: () => ({ number: 1 }) });
    const [change] = compared(first, another);
    expect(change).toMatchObject({
      answers: { backward: 'yes', forward: 'no', publish: 'no', handle: 'no' },
      counterexamples: [{ refusedBy: 'old', payload: { number: 1 } }],
    });
  });
});

describe('a shape in more than one place', () => {
  const user = (options: object = {}): z.ZodType => z.object({ name: z.string(), ...options }).meta({ id: 'User' });

  test('is told of once; what is around it, wherever it is', () => {
    const [old, now] = [user(), user({ age: z.int().optional() })];
    const before = z.object({ from: old, to: old, others: z.array(old) });
    const after = z.object({ from: now, to: now.nullable(), others: z.array(now) });
    const changes = compared(defineChannel('shop.a', before), defineChannel('shop.a', after));
    expect(changes.map(({ kind, path, answers }) => [kind, path, answers.forward])).toEqual([
      ['FIELD_ADDED_OPTIONAL', 'payload.from.age', 'yes'],
      ['NULLABLE_ADDED', 'payload.to', 'no'],
    ]);
  });

  test('is not told of where nothing but its name for people is around it', () => {
    const [old, now] = [user(), user({ age: z.int().optional() })];
    const before = z.object({ from: old, to: old.optional() });
    const after = z.object({ from: now, to: now.optional().describe('Whom it is for.') });
    const changes = compared(defineChannel('shop.a', before), defineChannel('shop.a', after));
    expect(changes.map(({ kind, path }) => [kind, path])).toEqual([
      ['FIELD_ADDED_OPTIONAL', 'payload.from.age'],
      ['DESCRIPTION_CHANGED', 'payload.to'],
    ]);
  });
});
