import { setTimeout as wait } from 'node:timers/promises';
import type { Load, LoadEvent } from '../events/load.js';
import { nowMs } from './clock.js';
import type { BroadcastPublisher } from './contender.js';
import type { Shape } from './task.js';

/** The number of the event to come. */
export interface Numbers {
  next: number;
}

/** Publishes for so long, as the shape says. Resolves with how many when all of them are accepted. */
export async function drive(
  publisher: BroadcastPublisher,
  load: Load,
  shape: Shape,
  numbers: Numbers,
  forMs: number,
): Promise<number> {
  const first = numbers.next;
  const until = nowMs() + forMs;
  if (shape.kind === 'rate') await evenly(publisher, load, shape.perSecond, numbers, forMs);
  else if (shape.kind === 'callers') {
    await Promise.all(Array.from({ length: shape.count }, () => oneByOne(publisher, load, numbers, until)));
  } else if (shape.size === 1) await oneByOne(publisher, load, numbers, until);
  else await inBursts(publisher, load, shape.size, numbers, until);
  return numbers.next - first;
}

async function oneByOne(publisher: BroadcastPublisher, load: Load, numbers: Numbers, until: number): Promise<void> {
  while (nowMs() < until) {
    const number = numbers.next;
    numbers.next += 1;
    await publisher.publish(load.eventOf(number));
  }
}

async function inBursts(
  publisher: BroadcastPublisher,
  load: Load,
  size: number,
  numbers: Numbers,
  until: number,
): Promise<void> {
  while (nowMs() < until) {
    const events: LoadEvent[] = [];
    for (let at = 0; at < size; at += 1) events.push(load.eventOf(numbers.next + at));
    numbers.next += size;
    if (publisher.publishMany === undefined) await Promise.all(events.map((event) => publisher.publish(event)));
    else await publisher.publishMany(events);
  }
}

async function evenly(
  publisher: BroadcastPublisher,
  load: Load,
  perSecond: number,
  numbers: Numbers,
  forMs: number,
): Promise<void> {
  const publishing: Promise<unknown>[] = [];
  const begun = nowMs();
  for (let passed = 0; passed < forMs; ) {
    await wait(1);
    passed = Math.min(nowMs() - begun, forMs);
    for (const due = (passed / 1_000) * perSecond; publishing.length < due; numbers.next += 1) {
      publishing.push(publisher.publish(load.eventOf(numbers.next, nowMs() * 1_000)));
    }
  }
  await Promise.all(publishing);
}
