import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decodeData } from '@tidings/core';
import { createGithubEvents, githubChannels } from '@tidings/github';
import type { Load, LoadEvent } from './load.js';

type GithubChannel = (typeof githubChannels)[number];

/** A delivery, and the data of its channel, which has moments for their texts. */
class Delivery implements LoadEvent {
  readonly topic: string;
  readonly data: object;
  readonly channel: GithubChannel;
  readonly decoded: object;

  constructor(channel: GithubChannel, body: object) {
    this.topic = channel.name;
    this.data = body;
    this.channel = channel;
    this.decoded = decodeData(channel, body);
  }
}

const read: Delivery[] = [];

/** Real deliveries of GitHub: some 260 of 15 events, over and over. */
export const deliveries: Load<Delivery> = {
  name: 'GitHub deliveries',
  topics: githubChannels.map(({ name }) => name),
  prepare: () => void read.push(...sources.flatMap(deliveriesOf)),
  eventOf(number) {
    const delivery = read[number % read.length];
    if (delivery === undefined) throw new RangeError('deliveries must be prepared');
    return delivery;
  },
  // They belong together, which a union of channels forgets.
  publish: (bus, { channel, decoded }) => bus.publish(channel, decoded as never),
  subscribe: (bus, received, options) =>
    createGithubEvents(bus).subscribe('github.*', ({ data }) => received(data), options),
};

/** github.com and the releases of GitHub Enterprise Server that the collection has. */
const sources = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];

const { resolve } = createRequire(import.meta.url);

function deliveriesOf(source: string): readonly Delivery[] {
  const file = readFileSync(resolve(`@octokit/webhooks-examples/${source}/index.json`), 'utf8');
  const groups = JSON.parse(file) as readonly { readonly name: string; readonly examples: readonly object[] }[];
  return groups.flatMap(({ name, examples }) => {
    const channel = githubChannels.find((each) => each.name === `github.${name}`);
    return channel === undefined ? [] : examples.map((body) => new Delivery(channel, body));
  });
}
