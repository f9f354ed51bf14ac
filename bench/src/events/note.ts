import type { Channel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';

/** What contenders carry: of about 300 bytes as JSON if it is an ordinary one. */
export interface Note {
  noteId: string;
  author: { name: string; team: string };
  tags: string[];
  text: string;
  pinned: boolean;
  number: number;
  /** When it was sent, in microseconds of the machine's clock; 0 where nobody asks. */
  sentAt: number;
}

/** The types of the channel of notes. */
export interface NoteTypes {
  readonly wire: Note;
  readonly publish: Note;
  readonly data: Note;
  readonly delivery: 'broadcast';
}

const schema = z.object({
  noteId: z.string().max(40),
  author: z.object({ name: z.string().max(40), team: z.string().max(40) }),
  tags: z.array(z.string().max(40)).max(20),
  text: z.string().max(20_000),
  pinned: z.boolean(),
  number: z.int().min(0),
  sentAt: z.number().min(0),
});

/** What a note is, for whoever checks it without Tidings. */
export const noteSchema: z.ZodType<Note, Note> = schema;

/** The same for Tidings, which checks it on both ends. */
export const noteWritten: Channel<'note.written', NoteTypes> = noteChannel('note.written');

/** A channel of notes by another name. */
export function noteChannel<Name extends string>(name: Name): Channel<Name, NoteTypes> {
  return defineChannel(name, schema, { description: 'Somebody wrote a note.' });
}

const ordinary =
  'The kettle of the second floor is back from the workshop, and boils as it should; the red cups are clean.';
const long = ordinary.repeat(100).slice(0, 10_042);

/** A note, different from every other. */
export function noteOf(number: number, sentAt = 0): Note {
  return new NumberedNote(number, ordinary, sentAt);
}

/** A note of 10 KiB. */
export function longNoteOf(number: number): Note {
  return new NumberedNote(number, long, 0);
}

/** When a note was sent; 0 if it does not say. */
export function sentAtOf(data: object): number {
  return 'sentAt' in data && typeof data.sentAt === 'number' ? data.sentAt : 0;
}

// Of classes: what V8 takes for long-lived among literals, it puts where only a full collection gets at it, in some runs and not
// in others.

class NumberedNote implements Note {
  readonly noteId: string;
  readonly author: Author;
  readonly tags: string[];
  readonly text: string;
  readonly pinned: boolean;
  readonly number: number;
  readonly sentAt: number;

  constructor(number: number, text: string, sentAt: number) {
    this.noteId = `0f6c2a1e-3b57-4c0d-8e21-${String(number).padStart(12, '0')}`;
    this.author = new Author(`author-${number % 1_000}`, 'facilities');
    this.tags = Array.of('kitchen', 'second-floor', 'good-news');
    this.text = text;
    this.pinned = number % 7 === 0;
    this.number = number;
    this.sentAt = sentAt;
  }
}

class Author {
  readonly name: string;
  readonly team: string;

  constructor(name: string, team: string) {
    this.name = name;
    this.team = team;
  }
}
