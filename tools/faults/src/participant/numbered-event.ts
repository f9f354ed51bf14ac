import type { Channel } from '@tidings/core';
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
