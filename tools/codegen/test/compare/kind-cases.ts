import type { AnyChannel } from '@tidings/core';
import { brand, defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import type { ChangeKind } from '../../src/compare/change-kinds.js';
import type { ContractModel } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';

/** A change of each kind, in the plain case: nothing else is different. */
export type KindCase = readonly [before: ContractModel, after: ContractModel];

interface Names {
  readonly channel?: string;
  readonly shape?: string;
}

const price = z.object({ amount: z.int() });

function contractOf(channels: readonly AnyChannel[], { channel = 'orderPlaced', shape }: Names = {}): ContractModel {
  return readContract({
    contract: 'orders',
    channels: channels.map((value, index) => ({
      file: `${index}.ts`,
      exportName: index === 0 ? channel : `${channel}${index}`,
      value,
    })),
    ...(shape !== undefined && { shapes: [{ file: 'shape.ts', exportName: shape, value: price }] }),
  });
}

const given = z.object({ id: z.string() });
const placed = defineChannel('order.placed', given);
const evolved = placed.evolve(z.object({ id: z.string(), note: z.string().optional() }), { up: (older) => older });
const readBy = (minReader: number): AnyChannel =>
  placed.evolve(z.object({ id: z.string(), note: z.string().optional() }), { up: (older) => older, minReader });
const durable = { delivery: 'durable' } as const;

function channels(before: readonly AnyChannel[], after: readonly AnyChannel[]): KindCase {
  return [contractOf(before), contractOf(after)];
}

function options(before: object, after: object): KindCase {
  return channels([defineChannel('order.placed', given, before)], [defineChannel('order.placed', given, after)]);
}

function payloads(before: z.ZodType, after: z.ZodType): KindCase {
  return channels([defineChannel('order.placed', before)], [defineChannel('order.placed', after)]);
}

/** A property that changes. */
function property(before: z.ZodType, after: z.ZodType): KindCase {
  return payloads(z.object({ it: before }), z.object({ it: after }));
}

/** A property that comes, beside another. */
function added(schema: z.ZodType): KindCase {
  return payloads(given, z.object({ ...given.shape, it: schema }));
}

function reversed([before, after]: KindCase): KindCase {
  return [after, before];
}

const enums = property(z.enum(['card']), z.enum(['card', 'cash']));
const unions = property(z.union([z.string()]), z.union([z.string(), z.int()]));
const byKind = z.discriminatedUnion('kind', [z.object({ kind: z.literal('x') }), z.object({ kind: z.literal('y') })]);
const byType = z.discriminatedUnion('type', [z.object({ type: z.literal('x') }), z.object({ type: z.literal('y') })]);
const priced = defineChannel('order.placed', z.object({ price }));

export const kindCases: Readonly<Record<ChangeKind, KindCase>> = {
  CHANNEL_ADDED: channels([placed], [placed, defineChannel('order.paid', given)]),
  CHANNEL_REMOVED: channels([placed, defineChannel('order.paid', given)], [placed]),
  CHANNEL_DEPRECATED: options({}, { deprecated: 'Use another.' }),
  CHANNEL_RESTORED: options({ deprecated: 'Use another.' }, {}),
  VERSION_ADDED: channels([placed], [evolved]),
  VERSION_RETIRED: channels([evolved], [placed]),
  DELIVERY_CHANGED: options({}, durable),
  MIN_READER_RAISED: channels([readBy(1)], [readBy(2)]),
  MIN_READER_LOWERED: channels([readBy(2)], [readBy(1)]),
  EXPORT_RENAMED: [contractOf([placed]), contractOf([placed], { channel: 'placedOrder' })],
  SHAPE_REMOVED: [contractOf([priced], { shape: 'price' }), contractOf([priced], { shape: 'money' })],
  KEY_CHANGED: options(durable, { ...durable, key: 'id' }),
  RETENTION_CHANGED: options(durable, { ...durable, retention: { maxCount: 9 } }),
  FIELD_ADDED_OPTIONAL: added(z.int().optional()),
  FIELD_ADDED_DEFAULTED: added(z.int().default(1)),
  FIELD_ADDED_REQUIRED: added(z.int()),
  FIELD_REMOVED_OPTIONAL: reversed(added(z.int().optional())),
  FIELD_REMOVED_DEFAULTED: reversed(added(z.int().default(1))),
  FIELD_REMOVED_REQUIRED: reversed(added(z.int())),
  FIELD_RENAMED: payloads(z.object({ user: z.int() }), z.object({ userId: z.int() })),
  REQUIRED_TO_OPTIONAL: property(z.int(), z.int().optional()),
  OPTIONAL_TO_REQUIRED: property(z.int().optional(), z.int()),
  OPTIONAL_TO_DEFAULTED: property(z.int().optional(), z.int().default(1)),
  DEFAULTED_TO_OPTIONAL: property(z.int().default(1), z.int().optional()),
  REQUIRED_TO_DEFAULTED: property(z.int(), z.int().default(1)),
  DEFAULTED_TO_REQUIRED: property(z.int().default(1), z.int()),
  DEFAULT_VALUE_CHANGED: property(z.int().default(1), z.int().default(2)),
  CATCH_CHANGED: property(z.int().catch(1), z.int().catch(2)),
  NULLABLE_ADDED: property(z.string(), z.string().nullable()),
  NULLABLE_REMOVED: property(z.string().nullable(), z.string()),
  TYPE_WIDENED: property(z.int(), z.unknown()),
  TYPE_NARROWED: property(z.unknown(), z.int()),
  TYPE_CHANGED: property(z.string(), z.int()),
  DISCRIMINATOR_CHANGED: property(byKind, byType),
  TUPLE_ARITY_CHANGED: property(z.tuple([z.int()]), z.tuple([z.int(), z.int()])),
  ENUM_VALUE_ADDED: enums,
  ENUM_VALUE_REMOVED: reversed(enums),
  UNION_MEMBER_ADDED: unions,
  UNION_MEMBER_REMOVED: reversed(unions),
  BOUND_LOOSENED: property(z.string().max(3), z.string().max(5)),
  BOUND_TIGHTENED: property(z.string().max(5), z.string().max(3)),
  PATTERN_CHANGED: property(z.string().regex(/^q{7}$/), z.string().regex(/^q{3,9}$/)),
  FORMAT_CHANGED: property(z.email(), z.uuid()),
  REFINEMENT_CHANGED: property(
    z.string().refine((text) => text !== 'b'),
    z.string().refine((text) => text !== 'c'),
  ),
  CODEC_OUTPUT_CHANGED: property(z.iso.datetime({ offset: true }), isoDate),
  STRIP_TO_STRICT: payloads(z.object(given.shape), z.strictObject(given.shape)),
  STRICT_TO_STRIP: payloads(z.strictObject(given.shape), z.object(given.shape)),
  OTHER_PROPERTIES_CHANGED: payloads(z.object(given.shape), z.looseObject(given.shape)),
  BRAND_CHANGED: property(brand(z.string(), 'One'), brand(z.string(), 'Two')),
  READONLY_ADDED: property(z.array(z.int()), z.array(z.int()).readonly()),
  READONLY_REMOVED: property(z.array(z.int()).readonly(), z.array(z.int())),
  FIELD_DEPRECATION_CHANGED: property(z.int(), z.int().meta({ deprecated: true })),
  TITLE_CHANGED: property(z.int(), z.int().meta({ title: 'It' })),
  DESCRIPTION_CHANGED: property(z.int(), z.int().describe('It.')),
  EXAMPLES_CHANGED: property(z.int(), z.int().meta({ examples: [1] })),
};
