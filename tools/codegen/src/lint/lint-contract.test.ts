import { brand, defineChannel, isoDate, openEnum } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ContractModel } from '../model/contract-model.js';
import { readContract } from '../read/read-contract.js';
import { lintContract } from './lint-contract.js';
import type { LintSettings } from './lint-settings.js';

const about = { description: 'Something happened.' };

function modelOf(
  channels: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, unknown>> = {},
): ContractModel {
  const exportsOf = (file: string, values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(([exportName, value]) => ({ file, exportName, value }));
  return readContract({
    contract: 'shop',
    channels: exportsOf('src/channels/a.ts', channels),
    shapes: exportsOf('src/shapes/b.ts', shapes),
  });
}

/** What is said of a payload, as `path rule`. */
function said(payload: z.ZodType, settings?: LintSettings): readonly string[] {
  const model = modelOf({ placed: defineChannel('order.placed', payload, about) });
  return lintContract(model, settings).findings.map(({ path, rule }) => `${path} ${rule}`);
}

describe('strings', () => {
  test.each<[string, z.ZodType]>([
    ['max', z.string().max(5)],
    ['length', z.string().length(5)],
    ['max behind a wrapper', z.string().max(5).nullable().readonly()],
    ['uuid', z.uuid()],
    ['a format as a check', z.string().check(z.guid())],
    ['a moment', z.iso.datetime()],
    ['a codec with a bounded wire side', isoDate],
    ['a pattern with an end', z.string().regex(/^[A-Z]{2}-\d{1,4}(?:a|b)?$/)],
    ['an open enum', openEnum(['a', 'b'])],
    ['a literal', z.literal('a')],
    ['a brand', brand(z.string().max(5), 'Code')],
  ])('have an end: %s', (_, schema) => {
    expect(said(z.object({ value: schema }))).toEqual([]);
  });

  test.each<[string, z.ZodType]>([
    ['plain', z.string()],
    ['min', z.string().min(5)],
    ['email', z.email()],
    ['url', z.url()],
    ['a pattern without an anchor', z.string().regex(/[a-z]{2}$/)],
    ['a pattern that repeats', z.string().regex(/^[a-z]+$/)],
    ['a pattern with an open count', z.string().regex(/^[a-z]{2,}$/)],
    ['a pattern with alternatives', z.string().regex(/^a|b$/)],
    ['a pattern that ends in a dollar sign', z.string().regex(/^a\$/)],
    ['behind wrappers', z.string().optional().readonly()],
  ])('have no end: %s', (_, schema) => {
    expect(said(z.object({ value: schema }))).toEqual(['payload.value unbounded-string']);
  });

  test('in every place of a payload', () => {
    const found = said(
      z.object({
        list: z.array(z.string()).max(3),
        record: z.record(z.string().max(9), z.string()),
        tuple: z.tuple([z.string()]),
        union: z.union([z.string(), z.int()]),
        both: z.intersection(z.object({ a: z.string() }), z.object({ b: z.int() })),
        'odd name': z.string(),
      }),
    );
    expect(found).toEqual([
      'payload.both.a unbounded-string',
      'payload.list[] unbounded-string',
      'payload.record{} unbounded-string',
      'payload.tuple[0] unbounded-string',
      'payload.union(0) unbounded-string',
      'payload["odd name"] property-name',
      'payload["odd name"] unbounded-string',
    ]);
  });
});

test('lists have a most', () => {
  expect(said(z.object({ a: z.array(z.int()).max(3), b: z.array(z.int()).length(3), c: z.tuple([z.int()]) }))).toEqual(
    [],
  );
  expect(said(z.object({ a: z.array(z.int()).min(1), b: z.tuple([z.int()], z.int()) }))).toEqual([
    'payload.a unbounded-array',
    'payload.b unbounded-array',
  ]);
});

test('lists of words are open', () => {
  const closed = z.object({
    a: z.enum(['x', 'y']),
    b: z.union([z.literal('x'), z.literal('y')]),
    c: z.literal(['x', 'y']),
  });
  expect(said(closed)).toEqual(['payload.a closed-enum', 'payload.b closed-enum', 'payload.c closed-enum']);
  const fine = z.object({
    a: openEnum(['x', 'y']),
    b: z.literal('x'),
    c: z.union([z.literal('x'), z.literal(1)]),
    d: z.record(z.enum(['x', 'y']), z.int()),
    e: z.discriminatedUnion('kind', [z.object({ kind: z.literal('x') }), z.object({ kind: z.literal('y') })]),
  });
  expect(said(fine)).toEqual([]);
});

test('names of properties, descriptions of properties, two ways to say nothing', () => {
  expect(said(z.object({ order_id: z.int(), OrderId: z.int(), 'order-id': z.int(), ok2: z.int() }))).toEqual([
    'payload.OrderId property-name',
    'payload.order_id property-name',
    'payload["order-id"] property-name',
  ]);
  const described = z.object({ a: z.int().describe('A.').optional(), b: z.int().describe('B.'), c: z.int() });
  expect(said(described, { rules: { 'property-description': 'warn' } })).toEqual(['payload.c property-description']);
  expect(said(z.object({ a: z.int().nullish(), b: z.int().optional(), c: z.int().nullable() }))).toEqual([
    'payload.a optional-nullable',
  ]);
});

test('channels: names, descriptions, keys', () => {
  const payload = z.object({ id: z.int() });
  const channels = {
    a: defineChannel('placed', payload, about),
    b: defineChannel('order.placed.v2', payload, about),
    c: defineChannel('order.event', payload, about),
    d: defineChannel('order.placed', payload),
    e: defineChannel('order.paid', payload, { ...about, delivery: 'durable' }),
    f: defineChannel('order.sent', payload, { ...about, delivery: 'durable', key: 'id' }),
  };
  const { findings } = lintContract(modelOf(channels));
  expect(findings.map(({ channel, rule, message }) => `${channel} ${rule}: ${message}`)).toEqual([
    "order.event channel-name: ends with 'event', which says nothing of what happened: leave it out",
    "order.paid missing-key: is durable and has no key, so that its events have no order: add { key: 'orderId' }",
    "order.placed channel-description: has no description: add { description: 'A customer placed an order.' }",
    "order.placed.v2 channel-name: has a version in its name: call it 'order.placed', and add versions by .evolve()",
    "placed channel-name: does not say what happened to what: two words or more, such as 'placed.created'",
  ]);
});

// Core refuses such keys where channels are defined by zod; a model may come from elsewhere.
test('keys that are not always there', () => {
  const model = modelOf({
    a: defineChannel('order.paid', z.object({ id: z.int(), more: z.object({ id: z.int().nullable() }) }), about),
  });
  const keyed = (key: string): ContractModel => ({
    ...model,
    channels: model.channels.map((channel) => ({ ...channel, key })),
  });
  expect(lintContract(keyed('id')).findings).toEqual([]);
  expect(lintContract(keyed('more.id')).findings).toMatchObject([
    {
      rule: 'optional-key',
      severity: 'error',
      path: 'payload.more.id',
      message: expect.stringContaining('can be null'),
    },
  ]);
  expect(lintContract(keyed('gone')).findings).toMatchObject([{ message: expect.stringContaining('is not there') }]);
});

test('only the latest version is looked at', () => {
  const channel = defineChannel('order.placed', z.object({ note: z.string() }), about).evolve(
    z.object({ note: z.string().max(5) }),
    { up: (old) => old },
  );
  expect(lintContract(modelOf({ channel })).findings).toEqual([]);
});

describe('shapes', () => {
  const money = z.object({ currency: z.string() });
  const tree = z.object({
    name: z.string(),
    get next() {
      return tree.optional();
    },
  });
  const channels = {
    a: defineChannel('order.paid', z.object({ total: money, tree }), about),
    b: defineChannel('order.placed', z.object({ total: money }), about),
  };
  const model = modelOf(channels, { money });

  test('are looked at once, and named', () => {
    expect(lintContract(model).findings).toMatchObject([
      { channel: 'order.paid', path: 'payload.total.currency', shape: 'Money' },
      { channel: 'order.paid', path: 'payload.tree.name' },
    ]);
  });

  test('are excused by their names, not by the channel that happens to come first', () => {
    const rule = 'unbounded-string';
    const reason = 'So it is.';
    const byShape = lintContract(model, { exceptions: [{ rule, shape: 'Money', reason }] });
    expect(byShape).toMatchObject({ excused: 1, findings: [{ path: 'payload.tree.name' }] });
    const byChannel = lintContract(model, {
      exceptions: [{ rule, channel: 'order.paid', path: 'payload.total', reason }],
    });
    expect(byChannel.findings.map((finding) => finding.rule)).toContain('unused-exception');
    expect(byChannel.excused).toBe(0);
  });
});

test('weights and exceptions', () => {
  const payload = z.object({ note: z.string(), other: z.string(), notes: z.string() });
  const model = modelOf({ a: defineChannel('order.placed', payload, about) });
  const rule = 'unbounded-string';
  expect(lintContract(model, { rules: { [rule]: 'off' } }).findings).toEqual([]);
  expect(lintContract(model, { rules: { [rule]: 'error' } }).findings[0]?.severity).toBe('error');
  const excused = lintContract(model, {
    exceptions: [{ rule, channel: 'order.*', path: 'payload.note', reason: 'So it is.' }],
  });
  expect(excused.excused).toBe(1);
  expect(excused.findings.map(({ path }) => path)).toEqual(['payload.notes', 'payload.other']);
});
