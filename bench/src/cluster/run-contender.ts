import { type ClusterNode, startCluster } from '@tidings/test-redis';
import { startParticipant } from '../process/participant.js';
import { serverProcessorMs } from '../process/server-processor-time.js';
import type { ClusterContender } from './contender.js';
import type { PublisherSaid, SubscriberSaid } from './messages.js';

/** What a round of a contender came to. */
export interface ContenderFigures extends Readonly<Record<string, number>> {
  /** Orders a second, from the first publish until the last was handled, and acknowledged where there is such a thing. */
  readonly perSecond: number;
  /** Processor time of each side, in microseconds an order. */
  readonly publisherUs: number;
  readonly subscriberUs: number;
  /** Of all servers together. */
  readonly serversUs: number;
  /** How much of that the busiest had, from 0 to 1. */
  readonly busiest: number;
}

/** They append every second to their file, and do not write that anew meanwhile. */
const durableConfig = { appendonly: 'yes', appendfsync: 'everysec', 'auto-aof-rewrite-percentage': '0' };

/** One publisher, a real Cluster of so many masters, one subscriber to all channels: each a process of its own. */
export async function runContender(
  { name, orders, durable }: ClusterContender,
  masters: number,
): Promise<ContenderFigures> {
  // What others do on the machine is not to look like a node that is dead.
  await using cluster = await startCluster({ masters, nodeTimeoutMs: 15_000, config: durable ? durableConfig : {} });
  const urls = cluster.nodes.map(({ url }) => url);
  using subscriber = startParticipant<SubscriberSaid>(script('subscriber'), [name, ...urls]);
  const { port } = await subscriber.said('ready');
  using publisher = startParticipant<PublisherSaid>(script('publisher'), [name, String(port), ...urls]);
  await Promise.race([publisher.said('ready'), ended(subscriber.said('done'))]);
  const usedBefore = await usedMs(cluster.nodes);
  const begun = performance.now();
  publisher.tell('go');
  const published = publisher.said('done');
  const handled = await Promise.race([subscriber.said('done'), ended(published)]);
  const tookMs = performance.now() - begun;
  const used = (await usedMs(cluster.nodes)).map((ms, at) => ms - (usedBefore[at] ?? 0));
  const serversMs = used.reduce((sum, ms) => sum + ms, 0);
  return {
    perSecond: (orders / tookMs) * 1_000,
    publisherUs: ((await published).cpuMs * 1_000) / orders,
    subscriberUs: (handled.cpuMs * 1_000) / orders,
    serversUs: (serversMs * 1_000) / orders,
    busiest: Math.max(...used) / serversMs,
  };
}

function script(role: string): URL {
  return new URL(`./${role}-process.js`, import.meta.url);
}

/** Rejects if a process ends too early, and never resolves. */
function ended(said: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    said.catch(reject);
  });
}

/** Processor time of each server so far. */
function usedMs(nodes: readonly ClusterNode[]): Promise<readonly number[]> {
  return Promise.all(nodes.map(serverProcessorMs));
}
