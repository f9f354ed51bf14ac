import type { AnyChannel } from '../../channel/channel.js';
import type { DurableDelivery } from './durable-delivery.js';
import type { GroupMembership } from './group-membership.js';
import type { HeldEntry } from './held-entry.js';
import { jsonText } from './json-text.js';

/** One event for a group's handler. */
export interface Job {
  readonly membership: GroupMembership;
  readonly held: HeldEntry;
  readonly index: number;
}

/** One that the handler can be called with. */
export interface ReadyJob extends Job {
  readonly delivery: DurableDelivery;
  readonly attempt: number;
}

/** Why an event is given up. */
export interface GivenUp {
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
  readonly eventId?: string | undefined;
}

/** Gives an event up: into the dead-letter log with it. */
export function bury({ membership, held, index }: Job, why: GivenUp): void {
  if (held.lost) return;
  const element = held.elements[index];
  const { code, reason, attempts, eventId = idOf(element) } = why;
  held.dead.push({ event: jsonText(element), eventId, reason, code, attempts });
  membership.done(held, index);
}

/** Events of one key have a lane, and of what has no key in its envelope, those of a partition; without an ordering key there is none. */
export function laneOf(
  { name, key: keyed }: AnyChannel,
  { entry, elements }: HeldEntry,
  index: number,
): string | undefined {
  if (keyed === undefined) return undefined;
  const element = elements[index] as { readonly partitionkey?: unknown } | null | undefined;
  const key = element?.partitionkey;
  return typeof key === 'string' ? `${name} ${entry.partition} ${key}` : `${name} ${entry.partition}`;
}

function idOf(element: unknown): string | undefined {
  const id = (element as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
