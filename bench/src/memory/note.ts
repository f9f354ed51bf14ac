import type { Channel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';

/** What every contender carries: a note of about 300 bytes as JSON. */
export interface Note {
  noteId: string;
  author: string;
  lines: { sku: string; count: number; price: number }[];
  text: string;
  number: number;
}

interface NoteTypes {
  readonly wire: Note;
  readonly publish: Note;
  readonly data: Note;
  readonly delivery: 'broadcast';
}

const line = z.object({ sku: z.string().max(40), count: z.int().min(1), price: z.number().min(0) });

const schema = z.object({
  noteId: z.string().max(40),
  author: z.string().max(40),
  lines: z.array(line).max(100),
  text: z.string().max(1_000),
  number: z.int().min(0),
});

/** Its schema, for those who validate it by themselves. */
export const noteSchema: z.ZodType<Note> = schema;

/** The same for Tidings, which checks it on both ends. */
export const noteTaken: Channel<'note.taken', NoteTypes> = noteChannel('note.taken');

/** A channel of notes by another name. */
export function noteChannel<Name extends string>(name: Name): Channel<Name, NoteTypes> {
  return defineChannel(name, schema, { description: 'Somebody took a note.' });
}

/** A note, different from every other. */
export function noteOf(number: number): Note {
  return new NumberedNote(number);
}

// Of classes: what V8 takes for long-lived among literals, it puts where only a full collection gets at it, in some runs and not
// in others.

class NumberedNote implements Note {
  readonly noteId: string;
  readonly author: string;
  readonly lines: Note['lines'];
  readonly text: string = 'Please leave it with the neighbours on the second floor, who are nearly always in.';
  readonly number: number;

  constructor(number: number) {
    this.noteId = `5d1b9b3c-8f49-4f0a-9f43-${String(number).padStart(12, '0')}`;
    this.author = `author-${number % 1_000}`;
    this.lines = Array.of(new Line('tea-earl-grey-loose', 2, 12.5), new Line('cup-porcelain-white', 1, 18));
    this.number = number;
  }
}

class Line {
  readonly sku: string;
  readonly count: number;
  readonly price: number;

  constructor(sku: string, count: number, price: number) {
    this.sku = sku;
    this.count = count;
    this.price = price;
  }
}
