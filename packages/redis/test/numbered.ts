import type { BusEvents, Channel, EventBus, GapReport, TidingsError } from '@tidings/core';

import { defineChannel } from '@tidings/core/define';
import { z } from 'zod';

interface Numbered {
  readonly wire: { n: number };
  readonly publish: { n: number };
  readonly data: { n: number };
  readonly delivery: 'broadcast';
}

/** A channel of numbered events. */
export const numbered: Channel<'test.numbered', Numbered> = defineChannel('test.numbered', z.object({ n: z.int() }));

/** Another. */
export const other: Channel<'test.other', Numbered> = defineChannel('test.other', z.object({ n: z.int() }));

/** What a bus told while it was listened to. */
export interface Told {
  readonly received: number[];
  readonly gaps: GapReport[];
  readonly errors: TidingsError[];
  readonly statuses: BusEvents['status'][];
  readonly warnings: string[];
}

/** Listens to all that a bus has to tell. */
export function listenTo(bus: EventBus): Told {
  const told: Told = { received: [], gaps: [], errors: [], statuses: [], warnings: [] };
  bus.on('gap', (gap) => told.gaps.push(gap));
  bus.on('error', (error) => told.errors.push(error));
  bus.on('status', (change) => told.statuses.push(change));
  bus.on('warning', ({ message }) => told.warnings.push(message));
  return told;
}

/** Subscribes to numbered events. */
export async function receive(bus: EventBus, told: Told, channel: Channel<string, Numbered> = numbered): Promise<void> {
  await bus.subscribe(channel, (event) => void told.received.push(event.data.n));
}

/** What a promise rejects with; fails if it does not. */
export async function rejection(promise: Promise<unknown>): Promise<TidingsError> {
  try {
    await promise;
  } catch (error) {
    return error as TidingsError;
  }
  throw new Error('it did not reject');
}
