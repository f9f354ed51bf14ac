import { brand, defineChannel, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { longText } from './long-text.js';
import { everything, texts } from './texts.js';

const documented = (): z.ZodString =>
  z.string().meta({ title: everything, description: everything, examples: [...texts], deprecated: true });

/** Names of properties. */
export const properties = defineChannel(
  'hostile.properties',
  z
    .object({ prototype: z.string(), toString: z.string(), await: z.string(), ...all(documented) })
    .meta({ examples: [{ prototype: 'x', toString: 'x', await: 'x', ...all(() => everything) }] }),
  { description: everything, deprecated: everything },
);

/** Values: enums, literals, templates, keys, defaults. */
export const values = defineChannel(
  'hostile.values',
  z.object({
    enumerated: z.enum(texts),
    open: openEnum([...texts], { maxLength: 20_000 }),
    literal: z.literal(texts),
    template: z.templateLiteral(['`${', z.number(), '}`\\', z.enum(texts)]),
    keys: z.record(z.enum(texts), z.string()),
    preset: z.string().default(everything),
    presets: z.array(z.string()).default([...texts]),
    record: z.record(z.string(), z.string()).prefault(all(() => everything)),
  }),
);

const told = <const T extends string>(by: T) => z.object({ [texts[0]]: z.literal(by), value: z.string() });

/** What tells options apart. */
export const options = defineChannel(
  'hostile.options',
  z.discriminatedUnion(texts[0], [
    told(texts[0]),
    told(texts[3]),
    told(texts[9]),
    told(texts[13]),
    told(texts[17]),
    told(texts[20]),
    told(longText),
  ]),
);

/** Names of types. */
export const shapes = defineChannel(
  'hostile.shapes',
  z.object({
    named: z.object({ a: z.string() }).meta({ id: `Named ${texts[0]}`, description: everything }),
    branded: brand(z.string(), 'Date'),
    word: brand(z.string(), 'delete'),
    kind: brand(z.number(), 'string'),
    file: z.object({ a: z.null() }).meta({ id: 'Promise' }),
  }),
);

const plain = z.object({ a: z.string() });
const proto = defineChannel('hostile.names.proto', plain);
const word = defineChannel('hostile.names.word', plain);
const runtime = defineChannel('hostile.names.runtime', plain);
const clash = defineChannel('hostile.names.clash', plain);
const method = defineChannel('hostile.names.method', plain);
const device = defineChannel('hostile.names.device', plain);
const script = defineChannel('hostile.names.script', plain);
const emoji = defineChannel('hostile.names.emoji', plain);
const endless = defineChannel('hostile.names.endless', plain);

export {
  clash as published,
  device as con,
  emoji as '👩‍👧 sent',
  endless as aVeryLongNameThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn,
  method as toString,
  proto as __proto__,
  runtime as EventBus,
  script as '*/ globalThis.injected = true; `${\'"',
  word as await,
};

function all<T>(each: () => T): Record<(typeof texts)[number], T> {
  return Object.fromEntries(texts.map((text) => [text, each()])) as Record<(typeof texts)[number], T>;
}
