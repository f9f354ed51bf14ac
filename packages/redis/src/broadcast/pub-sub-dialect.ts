import type { Redis } from 'ioredis';
import { slotOf } from '../cluster/slot-of.js';
import { sendCommand } from '../connection/long-command.js';

/** Pub/Sub comes in two forms: the classic one, and the sharded one of a Cluster. */
export interface PubSubDialect {
  readonly publishCommand: 'PUBLISH' | 'SPUBLISH';
  readonly subscribeCommand: 'SUBSCRIBE' | 'SSUBSCRIBE';
  readonly unsubscribeCommand: 'UNSUBSCRIBE' | 'SUNSUBSCRIBE';
  /** What a client emits for each message. */
  readonly messageEvent: 'messageBuffer' | 'smessageBuffer';
  publish(client: Redis, channel: string, frame: string): Promise<unknown>;
  /** Resolves with how many channels the connection has then. */
  subscribe(client: Redis, channels: readonly string[]): Promise<unknown>;
  unsubscribe(client: Redis, channels: readonly string[]): Promise<unknown>;
  /** Channels that one call may subscribe to. */
  together(channels: readonly string[]): readonly (readonly string[])[];
}

/** So many channels to a call. */
const mostTogether = 256;

/** PUBLISH and SUBSCRIBE. */
export const classicPubSub: PubSubDialect = {
  publishCommand: 'PUBLISH',
  subscribeCommand: 'SUBSCRIBE',
  unsubscribeCommand: 'UNSUBSCRIBE',
  messageEvent: 'messageBuffer',
  publish: (client, channel, frame) => sendCommand(client, 'publish', [channel, frame]),
  subscribe: (client, channels) => client.subscribe(...channels),
  unsubscribe: (client, channels) => client.unsubscribe(...channels),
  together: (channels) => chunks(channels),
};

/** SPUBLISH and SSUBSCRIBE, which take channels of one slot only. */
export const shardedPubSub: PubSubDialect = {
  publishCommand: 'SPUBLISH',
  subscribeCommand: 'SSUBSCRIBE',
  unsubscribeCommand: 'SUNSUBSCRIBE',
  messageEvent: 'smessageBuffer',
  publish: (client, channel, frame) => sendCommand(client, 'spublish', [channel, frame]),
  subscribe: (client, channels) => client.ssubscribe(...channels),
  unsubscribe: (client, channels) => client.sunsubscribe(...channels),
  together: (channels) => bySlot(channels).flatMap(chunks),
};

function chunks(channels: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(channels.length / mostTogether);
  return Array.from({ length: count }, (_, at) => channels.slice(at * mostTogether, (at + 1) * mostTogether));
}

function bySlot(channels: readonly string[]): readonly (readonly string[])[] {
  const slots = new Map<number, string[]>();
  for (const channel of channels) {
    const slot = slotOf(channel);
    const those = slots.get(slot);
    if (those === undefined) slots.set(slot, [channel]);
    else those.push(channel);
  }
  return [...slots.values()];
}
