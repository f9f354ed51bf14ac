import type { Channel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';

/** A note of 64 bytes as JSON. */
export interface TinyNote {
  noteId: string;
  number: number;
  pinned: boolean;
}

/** The types of the channel of tiny notes. */
export interface TinyNoteTypes {
  readonly wire: TinyNote;
  readonly publish: TinyNote;
  readonly data: TinyNote;
  readonly delivery: 'broadcast';
}

const schema = z.object({ noteId: z.string().max(40), number: z.int().min(0), pinned: z.boolean() });

/** For Tidings, which checks it on both ends. */
export const noteSeen: Channel<'note.seen', TinyNoteTypes> = defineChannel('note.seen', schema, {
  description: 'Somebody saw a note.',
});

/** A tiny note, different from every other. */
export function tinyNoteOf(number: number): TinyNote {
  return new NumberedTinyNote(number);
}

class NumberedTinyNote implements TinyNote {
  readonly noteId: string;
  readonly number: number;
  readonly pinned: boolean;

  constructor(number: number) {
    this.noteId = `note-${String(number).padStart(15, '0')}`;
    this.number = number;
    this.pinned = number % 7 === 0;
  }
}
