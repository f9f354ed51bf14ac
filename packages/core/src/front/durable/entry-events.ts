import type { InvalidReason } from '../../bus/bus-events.js';
import { isLongerThan } from '../../envelope/limits.js';
import type { Frame } from '../../transport/broadcast-transport.js';

/** Why an entry as a whole is no event. */
export interface EntryProblem {
  readonly reason: Extract<InvalidReason, 'malformed' | 'too_large'>;
  readonly message: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The events of an entry, not looked at yet; or why there are none. */
export function entryEvents(payload: Frame, eventBytes: number): readonly unknown[] | EntryProblem {
  if (typeof payload === 'string' ? isLongerThan(payload, eventBytes) : payload.byteLength > eventBytes) {
    return { reason: 'too_large', message: `it takes more than ${eventBytes} bytes (limits.eventBytes)` };
  }
  try {
    const parsed: unknown = JSON.parse(typeof payload === 'string' ? payload : utf8.decode(payload));
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return { reason: 'malformed', message: 'it is not JSON in UTF-8' };
  }
}

/** Whether it is a problem. */
export function isEntryProblem(outcome: readonly unknown[] | EntryProblem): outcome is EntryProblem {
  return 'reason' in outcome;
}
