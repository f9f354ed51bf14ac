import { once } from 'node:events';
import type { Said } from './messages.js';

/** Says something to the parent. */
export function say(what: Said): void {
  process.send?.(what);
}

/** Resolves when the parent says so. */
export async function told(word: string): Promise<void> {
  for (;;) {
    const [message] = (await once(process, 'message')) as [unknown];
    if (message === word) return;
  }
}
