import { formatPattern, regExpOf } from '../model/format-pattern.js';
import type { FormatDetails } from '../model/value-check.js';
import { isBase64, isBase64Url, isCreditCard, isIban, isJwt } from './coded-formats.js';
import { failing, fitting, nearlyFitting, type Outcome } from './outcome.js';

const ranges: Readonly<Record<string, readonly [number, number] | readonly [bigint, bigint]>> = {
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  float32: [-3.4028234663852886e38, 3.4028234663852886e38],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

/** Whether a value is of a format, and what comes out (of a URL: without blanks around it). Undefined: only code knows. */
export function formatOutcome(format: string, details: FormatDetails, value: unknown): Outcome | undefined {
  if (details.test !== undefined) return undefined;
  const range = ranges[format];
  if (range !== undefined) return inRange(format, range, value);
  if (typeof value !== 'string') return failing;
  return format === 'url' ? urlOutcome(details, value) : isOf(format, details, value) ? fitting(value) : nearlyFitting;
}

function inRange(format: string, [low, high]: readonly [unknown, unknown], value: unknown): Outcome {
  const isInteger = format === 'safeint' || format === 'int32' || format === 'uint32';
  if (isInteger && !Number.isInteger(value)) return failing;
  if (isInteger && !Number.isSafeInteger(value)) return nearlyFitting;
  const number = value as number;
  return number >= (low as number) && number <= (high as number) ? fitting(value) : nearlyFitting;
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
