import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AnyChannel } from '@tidings/core';

/** A real delivery of GitHub, as its webhook sent it. */
export interface Delivery {
  /** Where it is from and which one it is, for messages. */
  readonly label: string;
  /** GitHub's name of the event. */
  readonly event: string;
  readonly payload: Record<string, unknown>;
}

interface ExampleGroup {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

/** github.com and the releases of GitHub Enterprise Server that the collection has. */
const sources = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];

const { resolve } = createRequire(import.meta.url);

/** Every delivery of a channel's event in `@octokit/webhooks-examples`. */
export function deliveriesOf(channel: AnyChannel): readonly Delivery[] {
  const event = channel.name.replace('github.', '');
  return collected.filter((delivery) => delivery.event === event);
}

const collected: readonly Delivery[] = sources.flatMap((source) => {
  const file = resolve(`@octokit/webhooks-examples/${source}/index.json`);
  const groups = JSON.parse(readFileSync(file, 'utf8')) as readonly ExampleGroup[];
  return groups.flatMap(({ name, examples }) =>
    examples.map((payload, index) => ({ label: `${source} ${name} #${index}`, event: name, payload })),
  );
});
