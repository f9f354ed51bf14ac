import {
  bigIntString,
  brand,
  bytes,
  type ChannelDefinition,
  defineChannel,
  isoDate,
  openEnum,
} from '@tidings/core/define';
import * as z from 'zod';
import * as mini from 'zod/mini';

/** A channel whose payload has one property of the schema. */
function one<const N extends string, S extends z.core.$ZodType>(name: N, value: S) {
  return defineChannel(`kind.${name}`, z.object({ value }));
}

const dateKey = z.codec(z.string(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});
const point = z.object({ x: z.number(), y: z.number().default(0) });
const pairs = z.codec(z.array(z.tuple([z.string(), z.number()])), z.map(z.string(), z.number()), {
  decode: (list) => new Map(list),
  encode: (map) => [...map],
});
const members = z.codec(z.array(z.string()), z.set(z.string()), {
  decode: (list) => new Set(list),
  encode: (set) => [...set],
});
const address = z.codec(z.string(), z.instanceof(URL), { decode: (text) => new URL(text), encode: (url) => url.href });
const nothing = z.codec(z.null(), z.undefined(), { decode: () => undefined, encode: () => null });
const big = z.codec(z.string(), z.literal([1n, -2n]), { decode: () => 1n as const, encode: String });
const tree = z.object({
  name: z.string(),
  get children() {
    return z.array(tree);
  },
  get twin() {
    return tree.optional();
  },
});
const ring = z.object({
  at: isoDate,
  weight: z.number().default(1),
  get next() {
    return ring.nullable();
  },
});

export const kString = one('string', z.string().min(1));
export const kFormat = one('format', z.email());
export const kNumber = one('number', z.number());
export const kInt = one('int', z.int());
export const kBoolean = one('boolean', z.boolean());
export const kNull = one('null', z.null());
export const kUnknown = one('unknown', z.unknown());
export const kAny = one('any', z.any());
export const kNever = one('never', z.never().optional());
export const kLiteral = one('literal', z.literal('a'));
export const kLiterals = one('literals', z.literal(['a', 1, true, null]));
export const kEnum = one('enum', z.enum(['a', 'b']));
export const kEnumObject = one('enum-object', z.enum({ A: 'a', B: 'b' } as const));
export const kOpenEnum = one('open-enum', openEnum(['a', 'b']));
export const kTemplate = one('template', z.templateLiteral(['id-', z.number(), '-', z.enum(['a', 'b'])]));
export const kObject = one(
  'object',
  z.object({ a: z.string(), 'b c': z.number(), constructor: z.boolean(), 1: z.null() }),
);
export const kEmpty = one('empty', z.object({}));
export const kStrict = one('strict', z.strictObject({ a: z.string() }));
export const kLoose = one('loose', z.looseObject({ a: z.string(), b: z.number().optional() }));
export const kLooseEmpty = one('loose-empty', z.looseObject({}));
export const kCatchall = one('catchall', z.object({ a: z.string() }).catchall(z.string()));
export const kCatchallEmpty = one('catchall-empty', z.object({}).catchall(isoDate));
export const kCatchallMixed = one(
  'catchall-mixed',
  z.object({ a: z.string(), b: z.string().optional() }).catchall(z.number()),
);
export const kCatchallLike = one(
  'catchall-like',
  z.object({ a: z.number(), b: z.number().optional() }).catchall(z.number()),
);
export const kOptional = one('optional', z.string().optional());
export const kExactOptional = one('exact-optional', z.string().exactOptional());
export const kNullable = one('nullable', z.string().nullable());
export const kNullish = one('nullish', z.string().nullish());
export const kNonOptional = one('non-optional', z.string().optional().nonoptional());
export const kDefault = one('default', z.string().default('a'));
export const kDefaultOptional = one('default-optional', z.string().optional().default('a'));
export const kDefaultNullable = one('default-nullable', z.string().default('a').nullable());
export const kPrefault = one('prefault', z.string().prefault('a'));
export const kCatch = one('catch', z.string().catch('a'));
export const kReadonlyArray = one('readonly-array', z.array(z.string()).readonly());
export const kReadonlyObject = one('readonly-object', z.object({ a: z.string(), b: z.string().optional() }).readonly());
export const kReadonlyTuple = one('readonly-tuple', z.tuple([z.string(), z.number()]).readonly());
export const kReadonlyString = one('readonly-string', z.string().readonly());
export const kReadonlyUnion = one(
  'readonly-union',
  z.union([z.array(z.string()), z.object({ a: z.null() })]).readonly(),
);
export const kReadonlyRecord = one('readonly-record', z.record(z.string(), z.number()).readonly());
export const kArray = one('array', z.array(z.union([z.string(), z.number()])));
export const kArrayOfObjects = one('array-of-objects', z.array(point));
export const kTuple = one('tuple', z.tuple([z.string(), z.number().nullable()]));
export const kTupleRest = one('tuple-rest', z.tuple([z.string()], z.number()));
export const kRecord = one('record', z.record(z.string(), point));
export const kRecordOfKeys = one('record-of-keys', z.record(z.enum(['a', 'b']), z.number()));
export const kRecordPartial = one('record-partial', z.partialRecord(z.enum(['a', 'b']), z.number()));
export const kUnion = one('union', z.union([z.string(), z.object({ a: z.number().default(1) })]));
export const kDiscriminated = one(
  'discriminated',
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('a'), at: isoDate }),
    z.object({ type: z.literal('b'), count: z.int().default(0) }),
  ]),
);
export const kXor = one('xor', z.xor([z.string(), z.number()]));
export const kUnionOptional = one('union-optional', z.union([z.string().optional(), z.number()]));
export const kIntersection = one(
  'intersection',
  z.intersection(z.object({ a: z.string() }), z.object({ b: z.number() })),
);
export const kIsoDate = one('iso-date', isoDate);
export const kIsoDateOptional = one('iso-date-optional', isoDate.optional());
export const kBytes = one('bytes', bytes);
export const kBigInt = one('big-int', bigIntString);
export const kCodecMap = one('codec-map', pairs);
export const kCodecSet = one('codec-set', members);
export const kCodecUrl = one('codec-url', address);
export const kCodecNothing = one('codec-nothing', nothing);
export const kCodecLiterals = one('codec-literals', big);
export const kCodecKeyed = one('codec-keyed', z.array(dateKey));
export const kPipe = one('pipe', z.string().pipe(z.enum(['a', 'b'])));
export const kRefined = one(
  'refined',
  z.string().refine((text) => text.length % 2 === 0),
);
export const kBrand = one('brand', brand(z.string(), 'Name'));
export const kBrandNumber = one('brand-number', brand(z.int(), 'Count').optional());
export const kBrandObject = one(
  'brand-object',
  brand(z.object({ a: z.string().default('x'), at: isoDate }), 'Branded2'),
);
export const kBrandArray = one('brand-array', brand(z.array(z.string()), 'Names'));
export const kBrandEnum = one('brand-enum', brand(z.enum(['a', 'b']), 'Letter'));
export const kCodecNan = one('codec-nan', z.codec(z.null(), z.nan(), { decode: () => Number.NaN, encode: () => null }));
export const kLazy = one(
  'lazy',
  z.lazy(() => point),
);
export const kTemplateUnion = one(
  'template-union',
  z.templateLiteral([z.union([z.literal('a'), z.literal(1)]), z.string()]),
);
export const kRecordDefault = one('record-default', z.record(z.string(), z.number().default(1)));
export const kRecordBrand = one('record-brand', z.record(brand(z.string(), 'Name'), z.number()));
export const kJson = one('json', z.json());
export const kJsonRecord = one('json-record', z.record(z.string(), z.json()).optional());
export const kNumberLiterals = one('number-literals', z.literal([-0, 1.5, -2]));
export const kEnumNumbers = one('enum-numbers', z.enum({ One: 1, Two: 2 } as const));
export const kStringbool = one('stringbool', z.stringbool());
export const kStringFormat = one(
  'string-format',
  z.stringFormat('even', (text) => text.length % 2 === 0),
);
export const kUrl = one('url', z.url({ normalize: true }));
export const kIsoDay = one('iso-day', z.iso.date());
export const kInt64 = one('int64', z.codec(z.string(), z.int64(), { decode: BigInt, encode: String }));
export const kCodecDate = one('codec-date', dateKey.nullable());
export const kCodecAny = one('codec-any', z.codec(z.string(), z.any(), { decode: (text) => text, encode: String }));
export const kCodecVoid = one(
  'codec-void',
  z.codec(z.null(), z.void(), { decode: () => undefined, encode: () => null }),
);
export const kCodecSymbol = one(
  'codec-symbol',
  z.codec(z.string(), z.symbol(), { decode: Symbol.for, encode: (symbol) => symbol.description ?? '' }),
);
export const kCodecBigInt = one('codec-bigint', z.codec(z.string(), z.bigint(), { decode: BigInt, encode: String }));
export const kCodecBytes = one(
  'codec-buffer',
  z.codec(z.string(), z.instanceof(ArrayBuffer), { decode: () => new ArrayBuffer(0), encode: () => '' }),
);
export const kCodecFile = one(
  'codec-file',
  z.codec(z.string(), z.file(), { decode: (text) => new File([], text), encode: (file) => file.name }),
);
export const kCodecRecord = one(
  'codec-record',
  z.codec(z.string(), z.looseRecord(z.string().regex(/^x-/), z.string()), { decode: () => ({}), encode: () => '' }),
);
export const kCodecMapReadonly = one('codec-map-readonly', pairs.readonly());
export const kCodecSetReadonly = one('codec-set-readonly', members.readonly());
export const kCodecDefault = one(
  'codec-default',
  isoDate.default(() => new Date(0)),
);
export const kCodecCatch = one('codec-catch', isoDate.catch(new Date(0)));
export const kCatchOptional = one('catch-optional', z.string().optional().catch('a'));
export const kCatchDefault = one('catch-default', z.string().default('a').catch('b'));
export const kPrefaultOptional = one('prefault-optional', z.string().optional().prefault('a'));
export const kNonOptionalDefault = one('non-optional-default', z.string().default('a').nonoptional());
export const kOptionalDefault = one('optional-default', z.string().default('a').optional());
export const kReadonlyTupleDefault = one('readonly-tuple-default', z.tuple([z.number().default(1)]).readonly());
export const kReadonlyTupleRest = one('readonly-tuple-rest', z.tuple([z.string()], z.number()).readonly());
export const kReadonlyDefault = one('readonly-default', z.array(z.string()).default([]).readonly());
export const kReadonlyCatchall = one('readonly-catchall', z.object({ a: z.string() }).catchall(z.number()).readonly());
export const kReadonlyShape = one('readonly-shape', tree.readonly());
export const kTupleDefault = one('tuple-default', z.tuple([z.string(), z.number().default(1)]));
export const kTupleEmpty = one('tuple-empty', z.tuple([]));
export const kTupleDates = one('tuple-dates', z.tuple([isoDate, point], isoDate));
export const kRecordOfTemplates = one(
  'record-of-templates',
  z.record(z.templateLiteral(['k-', z.number()]), z.string()),
);
export const kRecordOfDates = one('record-of-dates', z.record(z.string(), isoDate));
export const kRecordOptional = one('record-optional', z.record(z.string(), z.string().optional()));
export const kUnionNested = one(
  'union-nested',
  z.discriminatedUnion('a', [
    z.discriminatedUnion('b', [
      z.object({ a: z.literal(1), b: z.literal('x') }),
      z.object({ a: z.literal(1), b: z.literal('y'), at: isoDate }),
    ]),
    z.object({ a: z.literal(2) }),
  ]),
);
export const kUnionOfArrays = one('union-of-arrays', z.array(z.union([z.array(z.string()), z.null()])).optional());
export const kIntersectionDates = one(
  'intersection-dates',
  z.intersection(z.object({ at: isoDate }), z.object({ count: z.int().default(1) })),
);
export const kIntersectionUnion = one(
  'intersection-union',
  z.intersection(z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]), z.object({ c: z.null() })),
);
export const kProperties = one(
  'properties',
  z.object({ $a: z.string(), _b: z.string(), ünïcode: z.string(), '0': z.string(), 'a-b': z.string(), '': z.string() }),
);
export const kBrandNested = one('brand-nested', z.array(brand(z.object({ id: brand(z.uuid(), 'Inner') }), 'Outer')));
export const kMini = one('mini', mini.object({ a: mini.optional(mini.string()), b: mini._default(mini.number(), 1) }));
export const kTree = one('tree', tree);
export const kRing = one('ring', ring);
export const kDeep = one('deep', z.object({ a: z.array(z.object({ b: z.record(z.string(), point).optional() })) }));

/** A payload that is a union of objects: its variants have types of their own. */
export const kTopDiscriminated = defineChannel(
  'kind.top-discriminated',
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('same'), text: z.string() }),
    z.object({ type: z.enum(['dated', 'timed']), at: isoDate }),
    z.object({ type: z.literal([true, null]), count: z.int().default(0) }),
    z.looseObject({ type: z.literal('odd one') }),
    tree.extend({ type: z.literal('tree') }),
  ]),
);
/** Unnamed variants: nothing in their values makes a name. */
export const kTopUnnamed = defineChannel(
  'kind.top-unnamed',
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('?'), a: z.string() }),
    z.object({ type: z.literal('a-b'), a: z.string() }),
    z.object({ type: z.literal('a b'), a: z.string() }),
  ]),
);
/** A payload that is no object. */
export const kTopUnion = defineChannel('kind.top-union', z.union([z.string(), point]));
/** A payload that contains itself. */
export const kTopTree: ChannelDefinition<'kind.top-tree', typeof tree, 'broadcast'> = defineChannel(
  'kind.top-tree',
  tree,
);
