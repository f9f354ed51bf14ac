import type { DurableSent, Try } from './durable-law-model.js';
import { type GroupRecord, inWords, mayBeParked, triesOf, usedUpByCrash } from './group-laws.js';

/**
 * Where the order of a key was broken: no attempt at an event begins before the events of its key that come before it in the log are
 * over. What was set aside for readers of another version has left that order.
 */
export function keyOrderProblems(record: GroupRecord): readonly string[] {
  if (!record.keyed) return [];
  const byKey = new Map<string, DurableSent[]>();
  for (const sent of record.log) {
    if (mayBeParked(record, sent)) continue;
    const tried = triesOf(record, sent).length > 0 || record.dead.has(sent);
    if (tried) byKey.set(sent.key, [...(byKey.get(sent.key) ?? []), sent]);
  }
  return [...byKey].flatMap(([key, events]) => {
    const broken = events.flatMap((sent, index) =>
      events.slice(0, index).flatMap((earlier) => problemOfPair(record, earlier, sent) ?? []),
    );
    return broken.slice(0, 1).map((problem) => `${record.group.name}, key ${key}: ${problem}`);
  });
}

function problemOfPair(record: GroupRecord, earlier: DurableSent, later: DurableSent): string | undefined {
  const before = triesOf(record, earlier);
  const redriven = earlier.redrives.has(record.group);
  for (const each of triesOf(record, later)) {
    const tried = before.filter(({ began, call }) => began < each.began || call === each.call);
    // What was redriven was over before, and waits for nobody. Crashes may have used up its attempts before any of them began.
    const over =
      redriven && tried.length === 0
        ? usedUpByCrash(record, undefined)
        : (redriven ? tried : tried.slice(-1)).some(
            (previous) => isOver(previous, each) || isGivenUp(record, previous),
          );
    if (!over && before.length > 0) {
      return `${later.n} was begun (${inWords([each])}) when ${earlier.n} was not over: ${inWords(before)}`;
    }
    if (over && !redriven && tried.some(({ call, began }) => call === each.call && began > each.began)) {
      return `${later.n} came before ${earlier.n} in one call: ${inWords([each])}`;
    }
  }
  return undefined;
}

function isOver(previous: Try, next: Try): boolean {
  // Events of one call are handled by whoever wrote the handler.
  if (previous.call === next.call) return true;
  const { ended, outcome } = previous;
  return ended !== undefined && ended < next.began && (outcome === 'done' || outcome === 'dead');
}

/** Whether it was the last that is seen of an event whose attempts were used up by crashes. */
function isGivenUp(record: GroupRecord, previous: Try): boolean {
  const { sent } = previous;
  const letter = record.dead.get(sent)?.some(({ code }) => code === 'handler_crashed') ?? false;
  return (letter || sent.redrives.has(record.group)) && usedUpByCrash(record, previous);
}
