import type { Channel, Retention } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { z } from 'zod';

/** An event that can be told from all others. */
export interface NumberedEvent {
  /** Who published it. */
  readonly publisher: number;
  /** Its number on this channel, from 0. */
  readonly n: number;
  /** When, by `nowMs()`. */
  readonly at: number;
  /** Makes it as large as it has to be, and can be found in what was printed. */
  readonly note: string;
}

/** A channel of numbered events. */
export type NumberedChannel = Channel<
  string,
  { wire: NumberedEvent; publish: NumberedEvent; data: NumberedEvent; delivery: 'broadcast' }
>;

const schema = z.object({ publisher: z.int(), n: z.int(), at: z.number(), note: z.string() });

/** What a channel is called, by its number. */
export function channelName(channel: number): string {
  return `faults.c${channel}`;
}

/** So many channels of numbered events. */
export function numberedChannels(count: number): readonly NumberedChannel[] {
  return Array.from({ length: count }, (_, channel) => defineChannel(channelName(channel), schema));
}

/** A channel's number. */
export function channelNumber(name: string): number {
  return Number(name.slice(channelName(0).length - 1));
}

/** How a publisher is called on a bus, by its number. */
export function sourceName(publisher: number): string {
  return `/publisher/${publisher}`;
}

/** A publisher's number. */
export function publisherNumber(source: string): number {
  return Number(source.slice(sourceName(0).length - 1));
}

/** An event of a durable channel. */
export interface KeyedEvent extends NumberedEvent {
  /** What is of the same key keeps its order. */
  readonly key: string;
}

/** A durable channel of numbered events. */
export type DurableNumberedChannel = Channel<
  string,
  { wire: KeyedEvent; publish: KeyedEvent; data: KeyedEvent; delivery: 'durable' }
>;

const keyedSchema = schema.extend({ key: z.string() });

/** So many keys has each publisher on a channel with keys. */
const keys = 256;

/** Very many channels have no keys: with one, each would be eight partitions. */
const mostKeyed = 100;

/** Every other channel has keys. */
export function isKeyed(channel: number): boolean {
  return channel % 2 === 1 && channel < mostKeyed;
}

/** With a key: numbers that are equal modulo this have the same one, if they are of the same publisher. */
export function withKey(event: NumberedEvent): KeyedEvent {
  return { ...event, key: `${event.publisher}-${event.n % keys}` };
}

/** By how many keys a group keeps the order on a channel; undefined if it keeps none. */
export function groupLanes(channel: number): number | undefined {
  return isKeyed(channel) ? keys : undefined;
}

/** By how many keys a reader keeps the order on a channel: one without keys has one partition, and one order. */
export function readerLanes(channel: number): number {
  return isKeyed(channel) ? keys : 1;
}

/** So many durable channels of numbered events. */
export function durableChannels(count: number, retention: Retention | undefined): readonly DurableNumberedChannel[] {
  return Array.from({ length: count }, (_, channel) =>
    defineChannel(channelName(channel), keyedSchema, {
      delivery: 'durable',
      ...(isKeyed(channel) && { key: 'key' }),
      ...(retention !== undefined && { retention }),
    }),
  );
}
