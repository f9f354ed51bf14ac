import { randomBytes } from 'node:crypto';

/** What must not be found in anything that is printed. New for each round. */
export interface Secrets {
  readonly password: string;
  /** Part of every payload. */
  readonly payload: string;
}

/** Makes secrets that occur nowhere by chance. */
export function newSecrets(): Secrets {
  // With a character that has to be escaped in a url.
  return { password: `pw+${randomBytes(9).toString('hex')}`, payload: `payload-${randomBytes(9).toString('hex')}` };
}

/** How often a secret is found in a text, in whatever spelling it may have got there. */
export function secretsIn(text: string, { password, payload }: Secrets): number {
  const spellings = [password, encodeURIComponent(password), Buffer.from(password).toString('base64'), payload];
  return spellings.reduce((total, each) => total + text.split(each).length - 1, 0);
}
