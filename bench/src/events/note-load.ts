import type { Channel } from '@tidings/core';
import type { Load, LoadEvent } from './load.js';
import { longNoteOf, noteOf, noteWritten } from './note.js';
import { noteSeen, tinyNoteOf } from './tiny-note.js';

/** The types of a channel of one kind of notes. */
interface TypesOf<D extends object> {
  readonly wire: D;
  readonly publish: D;
  readonly data: D;
  readonly delivery: 'broadcast';
}

/** Notes of about 300 bytes. */
export const notes: Load = loadOf('300 B', noteWritten, noteOf);

/** Notes of about 64 bytes. */
export const tinyNotes: Load = loadOf('64 B', noteSeen, tinyNoteOf);

/** Notes of about 10 KiB. */
export const longNotes: Load = loadOf('10 KiB', noteWritten, longNoteOf);

function loadOf<D extends object>(
  name: string,
  channel: Channel<string, TypesOf<D>>,
  dataOf: (number: number, sentAt?: number) => D,
): Load {
  return {
    name,
    topics: [channel.name],
    eventOf: (number, sentAt) => new NoteEvent(channel.name, dataOf(number, sentAt)),
    publish: (bus, event) => bus.publish(channel, event.data as D),
    publishMany: (bus, events) =>
      bus.publishMany(
        channel,
        events.map(({ data }) => data as D),
      ),
    subscribe: (bus, received, options) => bus.subscribe(channel, ({ data }) => received(data), options),
  };
}

class NoteEvent<D extends object> implements LoadEvent {
  readonly topic: string;
  readonly data: D;

  constructor(topic: string, data: D) {
    this.topic = topic;
    this.data = data;
  }
}
