import { type Channel, isTidingsError } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import type * as z from 'zod';
import type { Side } from '../../src/compare/inclusion.js';
import { latestVersion } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';

/** A payload's form, as the comparison sees it; undefined for a schema that no channel can be made of. */
export function sideOf(schema: z.ZodType): Side | undefined {
  const value = defined(schema);
  if (value === undefined) return undefined;
  const model = readContract({ contract: 'kinds', channels: [{ file: 'one.ts', exportName: 'one', value }] });
  const [channel] = model.channels;
  if (channel === undefined) throw new Error('no channel was read');
  return { form: latestVersion(channel).schema, shapes: model.shapes };
}

/** A form, which has to be one of a channel. */
export function formOf(schema: z.ZodType): Side {
  const side = sideOf(schema);
  if (side === undefined) throw new Error('no channel can be made of it');
  return side;
}

function defined(schema: z.ZodType): Channel | undefined {
  try {
    return defineChannel('kind.one', schema);
  } catch (error) {
    if (isTidingsError(error, 'invalid_definition')) return undefined;
    throw error;
  }
}
