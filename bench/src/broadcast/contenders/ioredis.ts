import { Redis } from 'ioredis-6';
import type { Checks } from '../../checks.js';
import { noteSchema } from '../../events/note.js';
import type { BroadcastContender } from '../contender.js';
import { comesInBursts } from '../task.js';

interface Variant {
  readonly name: string;
  readonly note: string;
  readonly checks?: Checks;
  readonly autoPipelining?: boolean;
  readonly textOf: (data: object) => string;
  readonly dataOf: (text: string) => object;
}

/** ioredis without a library on it, in the ways in which it can be used. */
export const ioredisContenders: readonly BroadcastContender[] = [
  contender({
    name: 'ioredis',
    note: 'publish for each event, a burst by Promise.all; JSON.stringify and JSON.parse, no envelope, validates nothing.',
    textOf: JSON.stringify,
    dataOf: JSON.parse,
  }),
  contender({
    name: 'ioredis, auto-pipelining',
    note: 'as ioredis, with enableAutoPipelining (https://github.com/redis/ioredis#autopipelining).',
    autoPipelining: true,
    textOf: JSON.stringify,
    dataOf: JSON.parse,
  }),
  contender({
    name: 'ioredis, zod on both ends',
    checks: 'both ends',
    note: 'as ioredis, and notes are checked by zod before JSON.stringify and after JSON.parse.',
    textOf: (data) => JSON.stringify(noteSchema.parse(data)),
    dataOf: (text) => noteSchema.parse(JSON.parse(text)),
  }),
  {
    name: 'ioredis, batches by hand',
    kind: 'limit',
    checks: 'nothing',
    packages: ['ioredis-6'],
    note: 'ioredis, batches by hand: one PUBLISH of a JSON array for a burst; validates nothing, and counts what is in it.',
    takesPart: comesInBursts,
    async openPublisher(url) {
      const client = new Redis(url);
      return {
        publish: ({ topic, data }) => client.publish(topic, JSON.stringify([data])),
        publishMany: (events) => client.publish(events[0]?.topic ?? '', JSON.stringify(events.map(({ data }) => data))),
        close: () => client.quit(),
      };
    },
    async openSubscriber(url, { topics }, received) {
      const client = new Redis(url);
      client.on('message', (_, text) => {
        for (const data of JSON.parse(text) as object[]) received(data);
      });
      await client.subscribe(...topics);
      return { close: () => client.quit() };
    },
  },
];

function contender({
  name,
  note,
  checks = 'nothing',
  autoPipelining = false,
  textOf,
  dataOf,
}: Variant): BroadcastContender {
  return {
    name,
    kind: 'limit',
    checks,
    packages: ['ioredis-6'],
    note: `${name}: ${note}`,
    async openPublisher(url) {
      const client = new Redis(url, { enableAutoPipelining: autoPipelining });
      return { publish: ({ topic, data }) => client.publish(topic, textOf(data)), close: () => client.quit() };
    },
    async openSubscriber(url, { topics }, received) {
      const client = new Redis(url);
      client.on('message', (_, text) => received(dataOf(text)));
      await client.subscribe(...topics);
      return { close: () => client.quit() };
    },
  };
}
