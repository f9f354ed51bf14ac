import { EventEmitter } from 'node:events';
import * as z from 'zod';
import { type Note, noteSchema } from '../../events/note.js';
import type { MemoryContender } from '../contender.js';

interface NoteEvent {
  readonly id: string;
  readonly time: string;
  readonly data: Note;
}

/** What one writes by hand to be as sure of what arrives: the envelope, in JSON and out of it, checked on both sides. */
export const validatedEventEmitter: MemoryContender = {
  name: 'EventEmitter + zod on both sides + JSON',
  packages: ['zod'],
  checks: 'both ends',
  note: 'EventEmitter + zod on both sides + JSON: validates by z.compile, writes a CloudEvent (ids count, the text of a millisecond is made once), parses it, validates the data, and calls all handlers inside emit; no queue, no time limit, nothing awaited, the envelope not checked.',
  events: 500_000,
  open(handlers, handled) {
    const emitter = new EventEmitter<{ 'note.taken': [NoteEvent] }>();
    emitter.setMaxListeners(0);
    const publish = publisherTo((event) => emitter.emit('note.taken', event));
    for (let each = 0; each < handlers; each += 1) emitter.on('note.taken', ({ data }) => handled(data));
    return (notes) => {
      for (const note of notes) publish(note);
    };
  },
};

function publisherTo(emit: (event: NoteEvent) => void): (note: Note) => void {
  const schema = z.compile(noteSchema);
  const prefix = crypto.randomUUID();
  let count = 0;
  let lastMs = 0;
  let time = '';
  return (note) => {
    const ms = Date.now();
    if (ms !== lastMs) {
      lastMs = ms;
      time = new Date(ms).toISOString();
    }
    count += 1;
    const text = JSON.stringify({
      specversion: '1.0',
      id: `${prefix}-${count}`,
      source: '/bench',
      type: 'note.taken',
      time,
      data: schema.parse(note),
    });
    const envelope: Readonly<Record<'id' | 'time' | 'data', unknown>> = JSON.parse(text);
    emit({ id: String(envelope.id), time: String(envelope.time), data: schema.parse(envelope.data) });
  };
}
