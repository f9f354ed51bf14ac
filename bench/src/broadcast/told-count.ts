import { once } from 'node:events';

/** Resolves with the number when the parent says the word and a number. */
export async function toldCount(word: string): Promise<number> {
  for (;;) {
    const [message] = (await once(process, 'message')) as [unknown];
    if (typeof message === 'string' && message.startsWith(`${word} `)) return Number(message.slice(word.length));
  }
}
