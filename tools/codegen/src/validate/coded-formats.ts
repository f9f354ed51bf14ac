import { formatPattern } from '../model/format-pattern.js';

/** Whether a text is base64, padded. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && !/\s/.test(text) && decodes(text);
}

/** Whether a text is base64 for URLs, without padding. */
export function isBase64Url(text: string): boolean {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return false;
  const usual = text.replaceAll('-', '+').replaceAll('_', '/');
  return isBase64(usual.padEnd(Math.ceil(usual.length / 4) * 4, '='));
}

/** Whether a text has the form of a JSON web token; its signature is not looked at. */
export function isJwt(text: string, algorithm: string | undefined): boolean {
  const [header, ...more] = text.split('.');
  if (header === undefined || header === '' || more.length !== 2) return false;
  try {
    const parsed: unknown = JSON.parse(atob(header));
    if (typeof parsed !== 'object' || parsed === null) return false;
    const { typ, alg }: { readonly typ?: unknown; readonly alg?: unknown } = parsed;
    if ('typ' in parsed && typ !== 'JWT') return false;
    return Boolean(alg) && (algorithm === undefined || alg === algorithm);
  } catch {
    return false;
  }
}

/** Whether a text is a card number: its shape, and its check digit by Luhn's algorithm. */
export function isCreditCard(text: string): boolean {
  if (formatPattern('credit_card')?.test(text) !== true) return false;
  const digits = [...text.replace(/[- ]/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Whether a text is a bank account number: its shape, and its check digits by ISO 7064. */
export function isIban(text: string): boolean {
  if (formatPattern('iban')?.test(text) !== true) return false;
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((letter) => Number.parseInt(letter, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

function decodes(text: string): boolean {
  try {
    atob(text);
    return true;
  } catch {
    return false;
  }
}
