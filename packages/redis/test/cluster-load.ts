import assert from 'node:assert/strict';
import { type Channel, type EventBus, isTidingsError } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { eventually } from '@tidings/core/testing';
import type { ClusterNode, RedisCluster } from '@tidings/test-redis';
import { z } from 'zod';

/** What a numbered event carries. */
export interface Numbered {
  readonly wire: { n: number };
  readonly publish: { n: number };
  readonly data: { n: number };
  readonly delivery: 'broadcast';
}

/** Channels of numbered events. */
export function channels(count: number): readonly Channel<string, Numbered>[] {
  return Array.from({ length: count }, (_, index) => defineChannel(`load.c${index}`, z.object({ n: z.int() })));
}

/** The first channel whose slot a node has, for buses with a prefix. */
export async function channelAt(
  cluster: RedisCluster,
  node: ClusterNode,
  prefix = 'tidings:',
): Promise<Channel<string, Numbered>> {
  for (const channel of channels(200)) {
    if ((await cluster.ownerOf(await cluster.slotOf(prefix + channel.name))) === node) return channel;
  }
  throw new Error('the node has none of 200 channels');
}

/** What became of everything that was published. */
export interface Verdict {
  readonly published: number;
  /** Accepted, and never received. */
  readonly lost: number;
  readonly duplicates: number;
  readonly disordered: number;
  /** Received, though it was said to be not sent. */
  readonly untrue: number;
  readonly notSent: number;
  readonly unknown: number;
}

type Outcome = 'accepted' | 'not sent' | 'unknown';

/** Publishes numbers on some channels as time goes by, and notes what became of each, and what is received. */
export class ClusterLoad {
  readonly #publisher: EventBus;
  readonly #channels: readonly Channel<string, Numbered>[];
  readonly #outcomes = new Map<string, Outcome[]>();
  readonly #received = new Map<string, number[]>();
  readonly #settling: Promise<void>[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  private constructor(publisher: EventBus, load: readonly Channel<string, Numbered>[]) {
    this.#publisher = publisher;
    this.#channels = load;
  }

  /** @param perSecond So many events, over all channels. */
  static async start(
    { publisher, subscriber }: { readonly publisher: EventBus; readonly subscriber: EventBus },
    load: readonly Channel<string, Numbered>[],
    perSecond: number,
  ): Promise<ClusterLoad> {
    const running = new ClusterLoad(publisher, load);
    for (const { name } of load) {
      running.#outcomes.set(name, []);
      running.#received.set(name, []);
    }
    await Promise.all(
      load.map((channel) =>
        subscriber.subscribe(channel, (event) => void running.#received.get(channel.name)?.push(event.data.n)),
      ),
    );
    await Promise.all(load.map((channel) => running.#publish(channel)));
    // Who subscribes has to have seen one to know of a hole.
    await eventually(() => assert.ok(running.complete), { timeoutMs: 30_000 });
    running.#run(perSecond);
    return running;
  }

  /** How many have been received on a channel. */
  received(channel: Channel<string, Numbered>): number {
    return this.#received.get(channel.name)?.length ?? 0;
  }

  /** Publishes no more, and resolves when everything is answered. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#settling);
  }

  /** One more on each channel, so that holes before it are seen. */
  async last(): Promise<void> {
    await Promise.all(this.#channels.map((channel) => this.#publish(channel)));
  }

  /** Whether the last of each channel has come in. */
  get complete(): boolean {
    return [...this.#outcomes].every(
      ([name, outcomes]) => this.#received.get(name)?.at(-1) === outcomes.lastIndexOf('accepted'),
    );
  }

  verdict(): Verdict {
    let [published, lost, duplicates, disordered, untrue, notSent, unknown] = [0, 0, 0, 0, 0, 0, 0];
    for (const [name, outcomes] of this.#outcomes) {
      const received = this.#received.get(name) ?? [];
      const seen = new Set(received);
      published += outcomes.length;
      duplicates += received.length - seen.size;
      disordered += received.filter((n, index) => n < (received[index - 1] ?? 0)).length;
      for (const [n, outcome] of outcomes.entries()) {
        if (outcome === 'accepted' && !seen.has(n)) lost += 1;
        if (outcome === 'not sent' && seen.has(n)) untrue += 1;
        if (outcome === 'not sent') notSent += 1;
        if (outcome === 'unknown') unknown += 1;
      }
    }
    return { published, lost, duplicates, disordered, untrue, notSent, unknown };
  }

  #run(perSecond: number): void {
    const start = performance.now();
    let sent = 0;
    this.#timer = setInterval(() => {
      const due = Math.floor(((performance.now() - start) * perSecond) / 1_000);
      for (; sent < due; sent += 1) {
        const channel = this.#channels[sent % this.#channels.length];
        if (channel !== undefined) this.#settling.push(this.#publish(channel));
      }
    }, 2);
  }

  async #publish(channel: Channel<string, Numbered>): Promise<void> {
    const outcomes = this.#outcomes.get(channel.name) ?? [];
    const n = outcomes.push('unknown') - 1;
    try {
      await this.#publisher.publish(channel, { n });
      outcomes[n] = 'accepted';
    } catch (error) {
      outcomes[n] = isTidingsError(error, 'outcome_unknown') ? 'unknown' : 'not sent';
    }
  }
}
