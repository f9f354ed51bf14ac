import { bigIntString, brand, bytes, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { plain, type Sample } from './sample.js';

const base64Date = z.codec(z.string(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** Every kind without parts, with checks of every kind. */
export const leafSamples: readonly Sample[] = [
  ...texts().map((sample): Sample => ({ ...sample, text: true })),
  ...numbers(),
  plain(z.boolean(), true),
  plain(z.null(), null),
  plain(z.unknown(), { any: ['thing'] }),
  plain(z.any(), 1),
  plain(z.never(), 1),
  plain(z.json(), { a: [1, null, { b: 'c' }] }),
  plain(z.literal('a'), 'a'),
  plain(z.literal(['a', 1, true, null]), 1),
  plain(z.enum(['a', 'b', 'ä']), 'b'),
  plain(z.enum({ One: 1, Two: 'two' } as const), 1),
  plain(openEnum(['a', 'b'], { maxLength: 3 }), 'c'),
  plain(brand(z.uuid(), 'Id'), '123e4567-e89b-42d3-a456-426614174000'),
  { schema: isoDate, wire: '2026-01-02T03:04:05+01:00', data: new Date(1e12), opaque: false },
  { schema: isoDate, wire: '0000-01-01T00:00:00Z', data: new Date(8.64e15), opaque: false },
  { schema: bytes, wire: 'AQID', data: new Uint8Array([1, 2, 250]), opaque: false },
  { schema: bytes.readonly(), wire: '', data: new Uint8Array(), opaque: false },
  { schema: bigIntString, wire: '-12', data: -12n, opaque: false },
  { schema: z.stringbool(), wire: 'YES', data: false, opaque: false },
  {
    schema: z.stringbool({ truthy: ['Ja'], falsy: ['Nein'], case: 'sensitive' }),
    wire: 'Ja',
    data: true,
    opaque: false,
  },
  { schema: base64Date, wire: 'yesterday', data: new Date(0), opaque: false },
  { schema: isoDate.pipe(z.date().min(new Date(0))), wire: '1960-01-01T00:00:00Z', data: new Date(1), opaque: false },
  { schema: bigIntString.check(z.lte(100n), z.multipleOf(5n)), wire: '95', data: 95n, opaque: false },
  ...ofData(z.bigint().min(0n), 3n),
  ...ofData(z.int64(), 2n ** 63n),
  ...ofData(z.date().max(new Date(1e12)), new Date(1e12)),
  ...ofData(z.nan(), Number.NaN),
  ...ofData(z.undefined(), undefined),
  ...ofData(z.void(), undefined),
  ...ofData(z.symbol(), Symbol.iterator),
  ...ofData(z.literal([1n, undefined]), 1n),
  ...ofData(z.instanceof(URL), new URL('https://a.example')),
  ...ofData(z.set(z.string()).max(1), new Set(['a'])),
  ...ofData(z.map(z.string(), z.int()), new Map([['a', 1]])),
  ...ofData(z.file().mime('text/plain').max(3), new File(['abc'], 'a.txt', { type: 'text/plain' })),
  {
    ...plain(
      z.string().refine((text) => text !== 'b'),
      'a',
    ),
    opaque: true,
  },
  {
    ...plain(
      z.number().check(({ value, issues }) => void (value > 3 && issues.push({ code: 'custom', input: value }))),
      1,
    ),
    opaque: true,
  },
  {
    ...plain(
      z.stringFormat('even', (text) => text.length % 2 === 0),
      'ab',
    ),
    opaque: true,
  },
  {
    schema: z.codec(z.string(), z.int().max(9), { decode: (text) => text.length, encode: (n) => 'x'.repeat(n) }),
    wire: 'xyz',
    data: 5,
    opaque: true,
  },
];

/** Something that does not travel: pinned to a data side by a codec that swaps it for itself. */
function ofData(schema: z.ZodType, value: unknown): readonly Sample[] {
  const swapped = z.codec(z.string(), schema, { decode: () => value, encode: () => 'it' });
  return [plain(schema, value), { schema: swapped, wire: 'it', data: value, opaque: true }];
}

function numbers(): readonly Sample[] {
  return [
    plain(z.number(), 1.5),
    plain(z.number().min(1).max(2), 2),
    plain(z.number().gt(0).lt(3), 1),
    plain(z.number().multipleOf(0.07), 2.03),
    plain(z.int().multipleOf(3), 9),
    plain(z.int(), 2 ** 53),
    plain(z.int32(), 2 ** 31),
    plain(z.uint32(), 2 ** 32),
    plain(z.float32(), 3.5e38),
    plain(z.float64(), 1),
    plain(z.number().int().positive(), 1),
  ];
}

function texts(): readonly Sample[] {
  return [
    plain(z.string(), 'text'),
    plain(z.string().min(2).max(3), '😀😀😀'),
    plain(z.string().length(2), 'ab'),
    plain(z.string().regex(/^a+$/i), 'AA'),
    plain(z.string().includes('b', { position: 1 }), 'abc'),
    plain(z.string().startsWith('a.'), 'a.b'),
    plain(z.string().endsWith('z'), 'az'),
    plain(z.string().lowercase(), 'abc'),
    plain(z.string().uppercase().min(1), 'ABC'),
    plain(z.uuid(), '00000000-0000-0000-0000-000000000000'),
    plain(z.uuidv4(), '123e4567-e89b-42d3-a456-426614174000'),
    plain(z.guid(), '123e4567-e89b-f2d3-f456-426614174000'),
    plain(z.email(), "o'neil+x@mail.example.org"),
    plain(z.email({ pattern: z.regexes.unicodeEmail }), 'ü@ü'),
    plain(z.email({ pattern: z.regexes.html5Email }), 'a@b'),
    plain(z.email({ pattern: /@here$/ }), 'x@here'),
    plain(z.url(), ' https://a.example/\tb '),
    plain(z.httpUrl(), 'https://a.example/b'),
    plain(z.url({ hostname: /^a\./, protocol: /^ftp$/, normalize: true }), 'ftp://a.example'),
    plain(z.emoji(), '👩‍👧'),
    plain(z.nanoid(), 'V1StGXR8_Z5jdHi6B-myT'),
    plain(z.nanoid({ length: 4 }), 'V1St'),
    plain(z.cuid(), 'cjld2cjxh0000qzrmn831i7rn'),
    plain(z.cuid2(), 'tz4a98xxat96iws9zmbrgj3a'),
    plain(z.ulid(), '01ARZ3NDEKTSV4RRFFQ69G5FAV'),
    plain(z.xid(), '9m4e2mr0ui3e8a215n4g'),
    plain(z.ksuid(), '0ujtsYcgvSTl8PAuAdqWYSMnLOv'),
    plain(z.iso.datetime(), '2024-02-29T23:59:59.123Z'),
    plain(z.iso.datetime({ local: true, precision: 3 }), '2024-02-29T23:59:59.123'),
    plain(z.iso.datetime({ offset: true, precision: -1 }), '2024-02-29T23:59+02:00'),
    plain(z.iso.date(), '2023-02-28'),
    plain(z.iso.time(), '23:59'),
    plain(z.iso.time({ precision: 0 }), '23:59:00'),
    plain(z.iso.duration(), 'P3Y6M4DT12H30M5S'),
    plain(z.ipv4(), '192.168.0.1'),
    plain(z.ipv6(), '::ffff:1.2.3.4'),
    plain(z.mac(), '00:1A:2B:3C:4D:5E'),
    plain(z.mac({ delimiter: '-' }), '00-1a-2b-3c-4d-5e'),
    plain(z.cidrv4(), '10.0.0.0/8'),
    plain(z.cidrv6(), '2001:db8::/32'),
    plain(z.base64(), 'YWJj'),
    plain(z.base64url(), 'YWI'),
    plain(z.e164(), '+14155552671'),
    plain(z.creditCard(), '4111 1111 1111 1111'),
    plain(z.iban(), 'GB82WEST12345698765432'),
    plain(z.jwt({ alg: 'HS256' }), 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x'),
    plain(z.hostname(), 'a.example.org'),
    plain(z.hex(), 'c0ffee'),
    plain(z.hash('sha256', { enc: 'base64' }), `${'A'.repeat(43)}=`),
    plain(z.hash('md5'), 'd41d8cd98f00b204e9800998ecf8427e'),
    plain(z.currencyCode(), 'EUR'),
    plain(z.stringFormat('three', /^.{3}$/), 'abc'),
    plain(z.templateLiteral(['id-', z.int(), '-', z.enum(['a', 'b']).nullable()]), 'id-12-null'),
    plain(z.templateLiteral([z.string().max(2), '|', z.uuidv7().optional()]), 'ab|'),
  ];
}
