import { once } from 'node:events';

/** Something that a process says to its parent. */
export interface Word {
  readonly say: string;
}

/** Says something to the parent. */
export function say<W extends Word>(what: W): void {
  process.send?.(what);
}

/** Resolves when the parent says so. */
export async function told(word: string): Promise<void> {
  for (;;) {
    const [message] = (await once(process, 'message')) as [unknown];
    if (message === word) return;
  }
}
