import { isTidingsError, type TidingsError } from '@tidings/core';
import type { NatMap, Redis } from 'ioredis';
import { type ConnectionSource, sourceFromTemplate } from '../connection/connection-source.js';
import { redisFailure } from '../errors/redis-failure.js';
import type { HostAndPort } from '../options/redis-bus-options.js';
import type { Topology } from '../options/topology.js';
import { type Ask, firstAnswer, NoAnswer } from './first-answer.js';
import { nodeKey } from './slot-map.js';
import { visit } from './visit.js';

/** A question to a node. */
export type Question<T> = (client: Redis, asked: HostAndPort) => Promise<T>;

/** A node that is connected, and may be asked. */
export interface Reachable {
  readonly address: HostAndPort;
  readonly client: Redis;
}

/** So long, and the next node is asked as well. */
const slowMs = 250;

/** How the nodes of a Cluster are reached. */
export class ClusterReach {
  /** Where the Cluster was said to be. */
  readonly seeds: readonly HostAndPort[];
  /** From addresses that nodes announce to those that can be reached. */
  readonly natMap: NatMap | undefined;
  readonly #template: Extract<Topology, { kind: 'cluster' }>['template'];
  readonly #settings: { readonly name: string; readonly connectTimeoutMs: number };

  constructor(
    { template, seeds, natMap }: Extract<Topology, { kind: 'cluster' }>,
    settings: { readonly name: string; readonly connectTimeoutMs: number },
  ) {
    this.seeds = seeds;
    this.natMap = natMap;
    this.#template = template;
    this.#settings = settings;
  }

  /** Where connections to a node come from. */
  sourceAt({ host, port }: HostAndPort): ConnectionSource {
    return sourceFromTemplate(this.#template, { ...this.#settings, at: { host, port } });
  }

  /**
   * Asks the nodes that are connected, then those that may be there, until one answers.
   *
   * @throws TidingsError the most telling of the reasons why nobody did
   */
  async ask<T>(
    question: Question<T>,
    { connected = [], others }: { readonly connected?: readonly Reachable[]; readonly others: readonly HostAndPort[] },
    dropped: AbortSignal,
  ): Promise<T> {
    const known = new Set(connected.map(({ address }) => nodeKey(address)));
    const strangers = new Map(others.map((address) => [nodeKey(address), address]));
    for (const key of known) strangers.delete(key);
    const asks: readonly Ask<T>[] = [
      ...connected.map(
        ({ client, address }): Ask<T> =>
          () =>
            question(client, address),
      ),
      ...[...strangers.values()].map(
        (address): Ask<T> =>
          (signal) =>
            this.#visit(address, signal, question),
      ),
    ];
    try {
      return await firstAnswer(asks, slowMs, dropped);
    } catch (error) {
      throw mostTelling(error);
    }
  }

  #visit<T>(address: HostAndPort, dropped: AbortSignal, question: Question<T>): Promise<T> {
    const limitMs = 2 * this.#settings.connectTimeoutMs;
    return visit(this.sourceAt(address), { limitMs, dropped }, (client) => question(client, address));
  }
}

/** What a server says tells more than that another is away. */
function mostTelling(error: unknown): TidingsError {
  const problems = (error instanceof NoAnswer ? error.reasons : [error]).filter((reason) => isTidingsError(reason));
  const isSaid = ({ code, message }: TidingsError): boolean =>
    code !== 'connection_failed' || message.includes('is no Cluster');
  return problems.find(isSaid) ?? problems[0] ?? redisFailure(error, { server: 'the nodes of the Cluster' });
}
