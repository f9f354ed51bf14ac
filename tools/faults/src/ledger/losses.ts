import { type EventState, inHole, isDenied, EventState as State } from './event-state.js';

/** One publisher's events on one channel, and what one subscriber knows of them. */
export interface Stream {
  /** By number: what became of the publish. */
  readonly states: readonly (EventState | undefined)[];
  /** By number: how often it was received. */
  readonly received: readonly (number | undefined)[];
  /** The holes that the subscriber was told of, in order: how many events were missing. */
  readonly told: readonly number[];
}

/** What a subscriber lost of a stream, and what it was told. */
export interface Losses {
  /** Accepted by the server and never received. */
  readonly lost: number;
  /** Those among them that it was told of: they lie in a hole whose count it was told. */
  readonly reported: number;
  /** Those that it was not told of. */
  readonly silent: number;
  /** Told to be missing, though they were not. */
  readonly invented: number;
  /** Received although the publish had said that they were not sent. */
  readonly contradicted: number;
}

interface Hole {
  /** How many are missing at least, and at most: of some it can't be told whether they ever had a number. */
  readonly least: number;
  readonly most: number;
  readonly lost: number;
}

/**
 * Compares what is missing with what was told. Every hole that is followed by a later event has to be told, in order and with
 * its exact count; what is missing at the end has not been told by anything.
 */
export function lossesOf({ states, received, told }: Stream): Losses {
  const { holes, tail, contradicted } = holesOf(states, received);
  const lost = holes.reduce((total, hole) => total + hole.lost, tail);
  const match = matchInOrder(holes, told) ?? matchInSum(holes, told);
  return {
    lost,
    reported: lost - tail - match.silent,
    silent: match.silent + tail,
    invented: match.invented,
    contradicted,
  };
}

function holesOf(
  states: Stream['states'],
  received: Stream['received'],
): { readonly holes: readonly Hole[]; readonly tail: number; readonly contradicted: number } {
  const holes: Hole[] = [];
  let [least, most, lost, contradicted] = [0, 0, 0, 0];
  for (const [n, state] of states.entries()) {
    if ((received[n] ?? 0) > 0) {
      if (isDenied(state)) contradicted += 1;
      if (most > 0) holes.push({ least, most, lost });
      [least, most, lost] = [0, 0, 0];
      continue;
    }
    const counts = inHole(state);
    if (counts === 'yes') least += 1;
    if (counts !== 'no') most += 1;
    if (state === State.accepted) lost += 1;
  }
  return { holes, tail: lost, contradicted };
}

interface Match {
  readonly silent: number;
  readonly invented: number;
}

/** Every hole told, one by one. Undefined if they do not fit. */
function matchInOrder(holes: readonly Hole[], told: readonly number[]): Match | undefined {
  // How many of the reports may be spoken for by now: a hole that is perhaps none may have taken one or not.
  let spokenFor = new Set([0]);
  for (const { least, most } of holes) {
    const next = new Set<number>();
    for (const at of spokenFor) {
      const count = told[at];
      if (count !== undefined && count >= least && count <= most) next.add(at + 1);
      if (least === 0) next.add(at);
    }
    spokenFor = next;
  }
  return spokenFor.has(told.length) ? { silent: 0, invented: 0 } : undefined;
}

/** They do not fit one by one: then what was told is set against what is missing as a whole. */
function matchInSum(holes: readonly Hole[], told: readonly number[]): Match {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const [least, most, all] = [sum(holes.map((hole) => hole.least)), sum(holes.map((hole) => hole.most)), sum(told)];
  const lost = sum(holes.map((hole) => hole.lost));
  const unsaid = Math.max(0, least - all);
  return {
    // Told in other places than they are missing in: of none can be said that it was reported.
    silent: unsaid === 0 ? lost : Math.min(lost, unsaid),
    invented: Math.max(0, all - most),
  };
}
