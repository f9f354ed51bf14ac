import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What GitHub posted to a webhook. */
export interface Delivery {
  /** The name of the event: GitHub sends it as the header `X-GitHub-Event`. */
  readonly event: string;
  /** The parsed body. */
  readonly body: unknown;
}

/** github.com and the releases of GitHub Enterprise Server that the collection has. */
const sources = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];

const { resolve } = createRequire(import.meta.url);

/** Every delivery of these events in `@octokit/webhooks-examples`: real ones. */
export async function readDeliveries(events: readonly string[]): Promise<readonly Delivery[]> {
  const perSource = await Promise.all(sources.map(readSource));
  return perSource.flat().filter(({ event }) => events.includes(event));
}

async function readSource(source: string): Promise<readonly Delivery[]> {
  const file = await readFile(resolve(`@octokit/webhooks-examples/${source}/index.json`), 'utf8');
  const groups = JSON.parse(file) as readonly { readonly name: string; readonly examples: readonly unknown[] }[];
  return groups.flatMap(({ name, examples }) => examples.map((body) => ({ event: name, body })));
}
