import { core } from 'zod';
import { isKnownFormat } from '../model/format-pattern.js';
import type { FormatDetails } from '../model/value-check.js';
import { opaqueFact } from './opaque-fact.js';
import { patternForm, samePattern, zodPattern } from './pattern-form.js';

/** A format as the model names it. */
export interface NamedFormat {
  readonly format: string;
  readonly details?: FormatDetails;
}

/** What the definitions of formats may hold; each has some of it. */
interface FormatDef extends core.$ZodCheckStringFormatDef {
  readonly version?: string | undefined;
  readonly precision?: number | null | undefined;
  readonly offset?: boolean | undefined;
  readonly local?: boolean | undefined;
  readonly delimiter?: string | undefined;
  readonly length?: number | undefined;
  readonly alg?: string | null | undefined;
  readonly hostname?: RegExp | undefined;
  readonly protocol?: RegExp | undefined;
  readonly normalize?: boolean | undefined;
  /** Of formats of the author's own. */
  readonly fn?: ((text: string) => unknown) | undefined;
}

/** The format of a string, or undefined if it is one that this package does not know. */
export function stringFormat(def: core.$ZodCheckStringFormatDef): NamedFormat | undefined {
  const { format, pattern, fn, ...more }: FormatDef = def;
  if (fn !== undefined) return { format, ...withDetails(ownFormat(format, pattern, fn)) };
  if (!isKnownFormat(format)) return undefined;
  const details: FormatDetails = {
    ...(typeof more.version === 'string' && { version: more.version }),
    ...(typeof more.precision === 'number' && { precision: more.precision }),
    ...(more.offset === true && { offset: true }),
    ...(more.local === true && { local: true }),
    ...(more.delimiter !== undefined && more.delimiter !== ':' && { delimiter: more.delimiter }),
    ...(more.length !== undefined && more.length !== 21 && { length: more.length }),
    ...(typeof more.alg === 'string' && { algorithm: more.alg }),
    ...(more.hostname instanceof RegExp && { hostname: patternForm(more.hostname) }),
    ...(more.protocol instanceof RegExp && { protocol: patternForm(more.protocol) }),
    ...(more.normalize === true && { normalize: true }),
    ...(pattern !== undefined && !samePattern(pattern, usualPattern(def)) && { pattern: patternForm(pattern) }),
  };
  return { format, ...withDetails(details) };
}

/** A format by `z.stringFormat()`: zod's own (`z.hex()`), a pattern, or code. */
function ownFormat(format: string, pattern: RegExp | undefined, fn: (text: string) => unknown): FormatDetails {
  if (pattern === undefined) return { test: opaqueFact(fn) };
  const zods = zodPattern(format === 'currency_code' ? 'currencyCode' : format);
  return isKnownFormat(format) && samePattern(pattern, zods) ? {} : { pattern: patternForm(pattern) };
}

function withDetails(details: FormatDetails): { readonly details?: FormatDetails } {
  return Object.keys(details).length === 0 ? {} : { details };
}

const usual = new Map<string, RegExp | undefined>();

/** The pattern that zod gives a format of itself. */
function usualPattern(def: FormatDef): RegExp | undefined {
  const { format, version, precision, offset, local, delimiter, length } = def;
  const key = [format, version, precision, offset, local, delimiter, length].join();
  if (!usual.has(key)) usual.set(key, makeUsualPattern(def));
  return usual.get(key);
}

function makeUsualPattern({ format, ...more }: FormatDef): RegExp | undefined {
  switch (format) {
    case 'uuid':
      return core.regexes.uuid(more.version === undefined ? undefined : Number(more.version.slice(1)));
    case 'emoji':
      return core.regexes.emoji();
    case 'nanoid':
      return more.length === undefined ? core.regexes.nanoid : core.regexes.nanoidOfLength(more.length);
    case 'mac':
      return core.regexes.mac(more.delimiter);
    case 'datetime':
      return core.regexes.datetime(more as Parameters<typeof core.regexes.datetime>[0]);
    case 'time':
      return core.regexes.time(more as Parameters<typeof core.regexes.time>[0]);
    case 'base64':
      return core.base64Charset;
    case 'base64url':
      return core.base64urlCharset;
    case 'credit_card':
      return core.regexes.creditCard;
    default:
      return zodPattern(format);
  }
}
