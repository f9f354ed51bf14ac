import type { CodecVia, SchemaForm } from '../model/schema-form.js';
import { BrokenOff, failing, fails, hidden, type Outcome } from './outcome.js';
import type { Validation } from './validation.js';

type CodecForm = Extract<SchemaForm, { kind: 'codec' }>;

/** Holds a value against the side that it is of, takes it to the other one, and holds it against that. */
export function runCodec({ wire, data, via }: CodecForm, value: unknown, validation: Validation): Outcome {
  const isWire = validation.side === 'wire';
  const [near, beyond] = isWire ? [wire, data] : [data, wire];
  const outcome = validation.run(near, value);
  const { strangers } = outcome;
  if (outcome.fits === 'no' || (strangers !== undefined && via !== 'same')) {
    return { ...outcome, far: true };
  }
  const taken = via === 'same' ? outcome.value : take(via, isWire, outcome.value);
  if (taken === refused) return failing;
  const result = validation.run(beyond, taken);
  const fits = result.fits === 'no' || outcome.fits === 'yes' ? result.fits : 'unknown';
  if (strangers === undefined || fails(result)) return { ...result, fits };
  return { ...result, fits, strangers };
}

/** What a codec comes to that says of a value that it can't take it. */
const refused: unique symbol = Symbol('refused');

function take(via: Exclude<CodecVia, 'same'>, decodes: boolean, value: unknown): unknown {
  if (value === hidden || (typeof via === 'object' && 'decode' in via)) return hidden;
  try {
    if (typeof via === 'object') return decodes ? toTruth(via, value) : fromTruth(via, value);
    return decodes ? decode(via, value) : encode(via, value);
  } catch {
    throw new BrokenOff();
  }
}

type NamedVia = Exclude<CodecVia, 'same' | object>;

function decode(via: NamedVia, value: unknown): unknown {
  if (typeof value !== 'string') return hidden;
  if (via === 'isoDate') return new Date(value);
  return via === 'bigIntString' ? BigInt(value) : Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0));
}

function encode(via: NamedVia, value: unknown): unknown {
  // Only where checks are put off can it come to this; all three take a property of the value, which throws.
  if (value === undefined || value === null) throw new BrokenOff();
  if (via === 'isoDate') return value instanceof Date ? value.toISOString() : hidden;
  if (via === 'bigIntString') return typeof value === 'bigint' ? value.toString() : hidden;
  const list: { readonly [index: number]: number; readonly length?: number } = Object(value);
  let letters = '';
  for (let index = 0; index < (list.length ?? 0); index += 1) letters += String.fromCharCode(list[index] as number);
  return btoa(letters);
}

type TruthVia = Extract<CodecVia, { truthy: readonly string[] }>;

function toTruth({ truthy, falsy, caseSensitive }: TruthVia, value: unknown): unknown {
  const word = typeof value === 'string' && !caseSensitive ? value.toLowerCase() : value;
  if ((truthy as readonly unknown[]).includes(word)) return true;
  return (falsy as readonly unknown[]).includes(word) ? false : refused;
}

function fromTruth({ truthy, falsy }: TruthVia, value: unknown): unknown {
  return value === true ? truthy[0] || 'true' : falsy[0] || 'false';
}
