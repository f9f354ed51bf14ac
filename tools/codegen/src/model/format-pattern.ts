import { currencyCodes } from './currency-codes.js';
import { knownPattern } from './known-patterns.js';
import type { FormatDetails, PatternForm } from './value-check.js';

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])';
const ipv6 =
  '(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|' +
  '([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|' +
  '([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|' +
  '[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))';
const date =
  '(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|' +
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))';
const hex = '[0-9a-fA-F]';

/** The formats that are a pattern and nothing else. */
const plain: ReadonlyMap<string, RegExp> = new Map([
  ['guid', new RegExp(`^(${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12})$`)],
  ['email', /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/],
  [
    'emoji',
    new RegExp(
      '^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])' +
        '[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$',
      'u',
    ),
  ],
  ['cuid', /^[cC][0-9a-z]{6,}$/],
  ['cuid2', /^[0-9a-z]+$/],
  ['ulid', /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/],
  ['xid', /^[0-9a-vA-V]{20}$/],
  ['ksuid', /^[A-Za-z0-9]{27}$/],
  ['date', new RegExp(`^${date}$`)],
  ['duration', /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/],
  ['ipv4', new RegExp(`^(?:${octet}\\.){3}${octet}$`)],
  ['ipv6', new RegExp(`^${ipv6}$`)],
  ['cidrv4', new RegExp(`^(?:${octet}\\.){3}${octet}\\/([0-9]|[1-2][0-9]|3[0-2])$`)],
  ['cidrv6', new RegExp(`^${ipv6}\\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$`)],
  ['base64', /^[0-9a-zA-Z+/]*={0,2}$/],
  ['base64url', /^[A-Za-z0-9_-]*$/],
  ['e164', /^\+[1-9]\d{6,14}$/],
  ['credit_card', /^\d(?:[ -]?\d){11,18}$/],
  ['iban', /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/],
  ['lowercase', /^[^A-Z]*$/],
  ['uppercase', /^[^a-z]*$/],
  ['hex', new RegExp(`^${hex}*$`)],
  ['currency_code', new RegExp(`^(?:${currencyCodes.join('|')})$`)],
]);

/** Hashes by their number of bytes; each comes as `_hex`, `_base64` and `_base64url`. */
const hashBytes: ReadonlyMap<string, number> = new Map([
  ['md5', 16],
  ['sha1', 20],
  ['sha256', 32],
  ['sha384', 48],
  ['sha512', 64],
]);

const made: ReadonlySet<string> = new Set(['uuid', 'nanoid', 'mac', 'time', 'datetime', 'hostname', 'url', 'jwt']);

/** The formats of strings that this package knows without a pattern of the author's own. */
export function isKnownFormat(format: string): boolean {
  return made.has(format) || plain.has(format) || hash(format) !== undefined;
}

/**
 * What a string of a format must match, or undefined where code alone decides. For `ipv6`, `cidrv6`, `base64`,
 * `base64url`, `credit_card` and `iban` it is necessary and not enough, for `ipv6` and `cidrv6` not even necessary:
 * see `fitsFormat`.
 */
export function formatPattern(format: string, details: FormatDetails = {}): RegExp | undefined {
  return details.pattern === undefined ? usualPattern(format, details) : regExpOf(details.pattern);
}

/** A pattern of a model as a regular expression. */
export function regExpOf(pattern: PatternForm): RegExp {
  if ('source' in pattern) return new RegExp(pattern.source, pattern.flags);
  const found = knownPattern(pattern.known);
  if (found === undefined) throw new RangeError(`the model names a pattern '${pattern.known}' that there is not`);
  return found;
}

function usualPattern(format: string, details: FormatDetails): RegExp | undefined {
  switch (format) {
    case 'uuid':
      return uuid(details.version);
    case 'nanoid':
      return new RegExp(`^[a-zA-Z0-9_-]{${details.length ?? 21}}$`);
    case 'mac':
      return mac(details.delimiter ?? ':');
    case 'time':
      return new RegExp(`^${time(details.precision, false)}$`);
    case 'datetime':
      return dateTime(details);
    case 'hostname':
      return knownPattern('hostname');
    default:
      return plain.get(format) ?? hash(format);
  }
}

function uuid(version: string | undefined): RegExp {
  const form = (digit: string): string => `${hex}{8}-${hex}{4}-${digit}${hex}{3}-[89abAB]${hex}{3}-${hex}{12}`;
  if (version !== undefined) return new RegExp(`^(${form(version.slice(1))})$`);
  const nil = '00000000-0000-0000-0000-000000000000';
  return new RegExp(`^(${form('[1-8]')}|${nil}|ffffffff-ffff-ffff-ffff-ffffffffffff)$`);
}

function mac(delimiter: string): RegExp {
  const between = delimiter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const form = (digit: string): string => `^(?:${digit}{2}${between}){5}${digit}{2}$`;
  return new RegExp(`${form('[0-9A-F]')}|${form('[0-9a-f]')}`);
}

function time(precision: number | undefined, seconds: boolean): string {
  const minutes = '(?:[01]\\d|2[0-3]):[0-5]\\d';
  if (precision === -1) return minutes;
  if (precision === 0) return `${minutes}:[0-5]\\d`;
  if (precision !== undefined) return `${minutes}:[0-5]\\d\\.\\d{${precision}}`;
  return seconds ? `${minutes}:[0-5]\\d(?:\\.\\d+)?` : `${minutes}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}

function dateTime({ precision, offset, local }: FormatDetails): RegExp {
  const zone = offset === true ? 'Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)' : 'Z';
  const zoned = `${time(precision, true)}(?:${zone})`;
  return new RegExp(`^${date}T(?:${local === true ? `${zoned}|${time(precision, false)}` : zoned})$`);
}

function hash(format: string): RegExp | undefined {
  const [name = '', encoding] = format.split('_');
  const bytes = hashBytes.get(name);
  if (bytes === undefined) return undefined;
  const digits = Math.ceil((bytes * 4) / 3);
  switch (encoding) {
    case 'hex':
      return new RegExp(`^${hex}{${bytes * 2}}$`);
    case 'base64':
      return new RegExp(`^[A-Za-z0-9+/]{${digits}}${'='.repeat((3 - (bytes % 3)) % 3)}$`);
    case 'base64url':
      return new RegExp(`^[A-Za-z0-9_-]{${digits}}$`);
    default:
      return undefined;
  }
}
