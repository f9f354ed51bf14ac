import type { FormatDetails } from '../model/value-check.js';

/** A format as the model has it. */
export interface ModelFormat {
  readonly format: string;
  readonly details?: FormatDetails;
}

/**
 * The formats of strings that are asserted. Most are grammars of RFCs that no format of the model is the same as, so they
 * have their pattern with them.
 */
export function stringFormat(name: string): ModelFormat | undefined {
  if (sameInModel.has(name)) return { format: name };
  const source = patterns.get(name);
  if (source === undefined) return undefined;
  return { format: modelNames[name] ?? name, details: { pattern: { source } } };
}

/** Formats that ask nothing: they say how a value is shown or meant. */
export const silentFormats: ReadonlySet<string> = new Set(['password', 'binary']);

/** The formats of numbers, as the model has them; undefined for those that ask nothing of a number. */
export const numberFormats: ReadonlyMap<string, string | undefined> = new Map([
  ['int32', 'int32'],
  ['int64', 'integer'],
  ['float', undefined],
  ['double', undefined],
]);

const sameInModel: ReadonlySet<string> = new Set(['date', 'hostname', 'ipv4', 'ipv6']);

const modelNames: Readonly<Record<string, string>> = { 'date-time': 'datetime' };

// RFC 3339, 5.6. The day is one that its month has; a second may be a leap second where the day ends in UTC.
const thirty = '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)';
const thirtyOne = '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])';
const leapYear = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const date = `(?:\\d{4}-(?:${thirtyOne}|${thirty}|02-(?:0[1-9]|1\\d|2[0-8]))|${leapYear}-02-29)`;
const hour = '(?:[01]\\d|2[0-3])';
const offset = `(?:[zZ]|[+-]${hour}(?::?[0-5]\\d)?)`;
const time = `(?:${hour}:[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${offset}|23:59:60(?:\\.\\d+)?(?:[zZ]|[+-]00(?::?00)?))`;

// RFC 3339, appendix A.
const duration = 'P(?:\\d+W|(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)';

// RFC 5321, 4.1.2, without quoted names and addresses in brackets; a domain has two labels at least.
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const email = `${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}`;

// RFC 3986, appendix A.
const escaped = '%[0-9A-Fa-f]{2}';
const plainLetters = "A-Za-z0-9\\-._~!$&'()*+,;=";
const letter = (more: string): string => `(?:[${plainLetters}${more}]|${escaped})`;
const scheme = '[A-Za-z][A-Za-z0-9+.\\-]*:';
const host = `(?:\\[(?:[0-9A-Fa-f]*:[0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\\.[${plainLetters}:]+)\\]|${letter('')}*)`;
const authority = `(?:${letter(':')}*@)?${host}(?::\\d*)?`;
const segment = letter(':@');
const rest = `(?:\\?${letter(':@/?')}*)?(?:#${letter(':@/?')}*)?`;
const path = `(?:\\/\\/${authority}(?:\\/${segment}*)*|\\/(?:${segment}+(?:\\/${segment}*)*)?|`;
const uri = `${scheme}${path}${segment}+(?:\\/${segment}*)*)?${rest}`;
// As validators do, a colon is let through in the first segment of a relative one, too.
const reference = `(?:${scheme})?${path}${segment}+(?:\\/${segment}*)*)?${rest}`;

// RFC 6570, 2 and 3.
const variable = `(?:\\w|${escaped})+(?:\\.(?:\\w|${escaped})+)*(?::[1-9]\\d{0,3}|\\*)?`;
const template = `(?:[^\\x00-\\x20"'<>%\\\\^\`{|}]|${escaped}|\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\})*`;

// RFC 6901, 3.
const pointer = '(?:\\/(?:[^~/]|~[01])*)*';

/** Sources of patterns, which are anchored. */
const patterns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'date-time': `${date}[tT\\s]${time}`,
    time,
    duration,
    email,
    uuid: '(?:[uU][rR][nN]:[uU][uU][iI][dD]:)?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
    uri,
    'uri-reference': reference,
    'uri-template': template,
    'json-pointer': pointer,
    'relative-json-pointer': `(?:0|[1-9]\\d*)(?:#|${pointer})`,
  }).map(([name, source]) => [name, `^(?:${source})$`]),
);
