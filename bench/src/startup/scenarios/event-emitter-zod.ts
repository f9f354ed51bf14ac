import { EventEmitter } from 'node:events';
import * as z from 'zod';

const note = z.compile(
  z.object({
    noteId: z.string().max(40),
    author: z.string().max(40),
    lines: z.array(z.object({ sku: z.string().max(40), count: z.int().min(1), price: z.number().min(0) })).max(100),
    text: z.string().max(1_000),
    number: z.int().min(0),
  }),
);

/** Node's own emitter, what it carries validated on both sides. */
export function firstEvent(): Promise<unknown> {
  return new Promise((resolve) => {
    const emitter = new EventEmitter<{ note: [string] }>();
    emitter.on('note', (text) => resolve(note.parse(JSON.parse(text))));
    const lines = [{ sku: 'tea-earl-grey-loose', count: 2, price: 12.5 }];
    emitter.emit('note', JSON.stringify(note.parse({ noteId: '1', author: 'me', lines, text: 'nothing', number: 1 })));
  });
}
