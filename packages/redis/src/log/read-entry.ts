import type { LogEntry } from '@tidings/core/transport';

/** An entry as the take script tells of it, and its level if it is parked. */
export type TakenEntry = LogEntry & { readonly level: number };

/** @param told id, payload, deliveries, notes, level, missed */
export function readTaken(told: unknown, partition: number): TakenEntry {
  const [id, payload, deliveries, notes, level, missed] = told as [Buffer, Buffer, number, Buffer, number, number];
  return {
    partition,
    id: String(id),
    payload,
    deliveries,
    notes: notes.length > 0 ? String(notes) : undefined,
    parked: level >= 0,
    missedBefore: missed,
    level,
  };
}

/** The id of an entry in its stream: those of parked ones are preceded by their level. */
export function streamId({ id, level }: Pick<TakenEntry, 'id' | 'level'>): string {
  return level < 0 ? id : id.slice(id.indexOf(':') + 1);
}
