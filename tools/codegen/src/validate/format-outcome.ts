import { formatPattern, regExpOf } from '../model/format-pattern.js';
import type { FormatDetails } from '../model/value-check.js';
import { isBase64, isBase64Url, isCreditCard, isIban, isJwt } from './coded-formats.js';
import { numberFormats } from './number-formats.js';
import { failing, fitting, nearlyFitting, type Outcome } from './outcome.js';

/** The formats of bigints, from where to where. */
const bigIntRanges: ReadonlyMap<string, { readonly low: bigint; readonly high: bigint }> = new Map([
  ['int64', { low: -(2n ** 63n), high: 2n ** 63n - 1n }],
  ['uint64', { low: 0n, high: 2n ** 64n - 1n }],
]);

/** Whether a value is of a format, and what comes out (of a URL: without blanks around it). Undefined: only code knows. */
export function formatOutcome(format: string, details: FormatDetails, value: unknown): Outcome | undefined {
  if (details.test !== undefined) return undefined;
  const numbers = numberFormats.get(format);
  if (numbers?.whole === true && !Number.isInteger(value)) return failing;
  const range = numbers ?? bigIntRanges.get(format);
  if (range !== undefined) return inRange(range, value as number) ? fitting(value) : nearlyFitting;
  if (typeof value !== 'string') return failing;
  return format === 'url' ? urlOutcome(details, value) : isOf(format, details, value) ? fitting(value) : nearlyFitting;
}

function inRange(
  { low, high }: { readonly low: number | bigint; readonly high: number | bigint },
  value: number,
): boolean {
  return value >= low && value <= high;
}

function isOf(format: string, details: FormatDetails, text: string): boolean {
  switch (format) {
    case 'ipv6':
      return isIpv6(text);
    case 'cidrv6':
      return isCidrv6(text);
    case 'base64':
      return isBase64(text);
    case 'base64url':
      return isBase64Url(text);
    case 'jwt':
      return isJwt(text, details.algorithm);
    case 'credit_card':
      return isCreditCard(text);
    case 'iban':
      return isIban(text);
    default:
      return formatPattern(format, details)?.test(text) ?? true;
  }
}

function isIpv6(text: string): boolean {
  return /^[0-9a-fA-F:.]+$/.test(text) && URL.canParse(`http://[${text}]`);
}

function isCidrv6(text: string): boolean {
  const [address = '', prefix = '', ...more] = text.split('/');
  const bits = Number(prefix);
  return more.length === 0 && `${bits}` === prefix && bits >= 0 && bits <= 128 && isIpv6(address);
}

function urlOutcome({ hostname, protocol, normalize }: FormatDetails, text: string): Outcome {
  const trimmed = text.trim();
  const isWeb = protocol !== undefined && regExpOf(protocol).source === '^https?$';
  if (isWeb && normalize !== true && !/^https?:\/\//i.test(trimmed)) return nearlyFitting;
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (url === undefined) return nearlyFitting;
  if (hostname !== undefined && !regExpOf(hostname).test(url.hostname)) return nearlyFitting;
  if (protocol !== undefined && !regExpOf(protocol).test(url.protocol.replace(/:$/, ''))) return nearlyFitting;
  return fitting(normalize === true ? url.href : trimmed.replace(/[\t\n\r]/g, ''));
}
