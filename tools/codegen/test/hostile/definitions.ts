import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';

const attack = 'globalThis.injected = true';
const texts = [
  `*/ ${attack}; /*`,
  `'; ${attack}; '`,
  `"; ${attack}; "`,
  `\`; ${attack}; \``,
  `\${${attack}}`,
  `\\'; ${attack}; //`,
  `\n${attack};\n`,
  `\r${attack};`,
  `\u2028${attack};\u2029`,
  '\u202Ertl\u202C\u200F',
  '\uD83D\uDC69\u200D\uD83D\uDC67',
  '@deprecated',
  '{@link process}',
  '</script><script>',
] as const;

const description = `${texts.join(' and ')} ${'x'.repeat(10_000)}`;

/** A value for each of the properties. */
export const namesSample: Readonly<Record<string, string>> = Object.fromEntries(
  ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'delete', 'await', ...texts].map((name) => [name, 'x']),
);

export const names = defineChannel(
  'hostile.names',
  z.object({
    constructor: z.string().describe(description),
    prototype: z.string(),
    toString: z.string(),
    hasOwnProperty: z.string(),
    delete: z.string(),
    await: z.string(),
    [texts[0]]: z.string().describe(texts[0]),
    [texts[1]]: z.string().describe(texts[1]),
    [texts[2]]: z.string().describe(texts[2]),
    [texts[3]]: z.string().describe(texts[3]),
    [texts[4]]: z.string().describe(texts[4]),
    [texts[5]]: z.string().describe(texts[5]),
    [texts[6]]: z.string().describe(texts[6]),
    [texts[7]]: z.string().describe(texts[7]),
    [texts[8]]: z.string().describe(texts[8]),
    [texts[9]]: z.string().describe(texts[9]),
    [texts[10]]: z.string().describe(texts[10]),
    [texts[11]]: z.string().describe(texts[11]),
    [texts[12]]: z.string().describe(texts[12]),
    [texts[13]]: z.string().describe('x'.repeat(10_000)),
  }),
  { description, deprecated: description },
);

export const values = defineChannel(
  'hostile.values',
  z.object({
    one: z.enum(texts),
    two: z.literal(texts),
    three: z.templateLiteral(['`${', z.number(), '}`\\']),
    four: z.record(z.enum(texts), z.string()),
    five: z.string().default(texts[0]),
  }),
);
