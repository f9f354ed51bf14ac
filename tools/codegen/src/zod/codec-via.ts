import { bigIntString, bytes, isoDate } from '@tidings/core/define';
import type { core } from 'zod';
import type { CodecVia } from '../model/schema-form.js';
import { functionText } from './function-text.js';
import { opaqueFact } from './opaque-fact.js';
import type { ZodNode } from './zod-node.js';

/** How a pipe gets from its wire side to its data side and back. */
export function codecVia(def: core.$ZodPipeDef, node: ZodNode): CodecVia {
  const { transform, reverseTransform } = def;
  if (transform === undefined || reverseTransform === undefined) return 'same';
  const words = wordsOf(node);
  if (words !== undefined) return words;
  // By text, since definitions may come with a copy of core of their own.
  const [decode, encode] = [functionText(transform), functionText(reverseTransform)];
  const name = ours.find((codec) => codec.decode === decode && codec.encode === encode)?.name;
  return name ?? { decode: opaqueFact(transform), encode: opaqueFact(reverseTransform) };
}

/** The words of `z.stringbool()`. zod keeps them beside the schema, and copies (`.describe()`, `.refine()`) are without. */
function wordsOf(node: ZodNode): CodecVia | undefined {
  for (let at: ZodNode | undefined = node; at !== undefined; at = at._zod.parent) {
    const { truthy, falsy, case: letterCase } = at._zod.bag;
    if (Array.isArray(truthy) && Array.isArray(falsy)) {
      return { truthy, falsy, caseSensitive: letterCase === 'sensitive' };
    }
  }
  return undefined;
}

const ours = (
  [
    ['isoDate', isoDate],
    ['bytes', bytes],
    ['bigIntString', bigIntString],
  ] as const
).map(([name, { _zod }]) => ({
  name,
  decode: functionText(_zod.def.transform),
  encode: functionText(_zod.def.reverseTransform),
}));
