import { orderOf } from '../durable/order.js';
import type { Progress } from '../process/progress.js';
import { sampleOf } from '../sample.js';
import type { GrowthBus } from './contender.js';
import type { Shape } from './shape.js';

/** What publishing came to. */
export interface PublishFigures {
  /** What the first order of a channel takes until it has arrived, in microseconds: what is prepared at first use is in it. */
  readonly firstUs: number;
  /** Orders a second, from the first publish to the last delivery. */
  readonly perSecond: number;
  /** How many times a second a handler was called. */
  readonly deliveriesPerSecond: number;
  /** What one publish takes that is awaited before the next, in microseconds; the median. */
  readonly publishUs: number;
}

const warmUpMs = 500;
const loadMs = 2_000;
const together = 256;
const bursts = 4;
/** As many orders, and about as many deliveries, may be on their way. */
const mostOrders = 4_096;
const mostDeliveries = 65_536;
const singly = 500;

/** Publishes on all channels in turn at full load for a while, then one at a time. @param progress Tells of deliveries. */
export async function publishLoad(bus: GrowthBus, shape: Shape, progress: Progress): Promise<PublishFigures> {
  const { topics, subscribers } = shape;
  const ahead = Math.max(1, Math.min(mostOrders, Math.floor(mostDeliveries / subscribers)));
  const burst = Math.min(together, ahead);
  let number = 0;
  const next = (): Promise<unknown> => {
    const published = bus.publish(number % topics.length, orderOf(number));
    number += 1;
    return published;
  };
  const load = async (goesOn: () => boolean): Promise<void> => {
    const waiting: Promise<unknown>[] = [];
    while (goesOn()) {
      if (waiting.length >= bursts) await waiting.shift();
      await progress.until((number + burst - ahead) * subscribers);
      waiting.push(Promise.all(Array.from({ length: burst }, next)));
    }
    await Promise.all(waiting);
    await progress.until(number * subscribers);
  };

  const during = (ms: number): Promise<void> => {
    const until = performance.now() + ms;
    return load(() => performance.now() < until);
  };

  const opened = performance.now();
  await load(() => number < topics.length);
  const firstUs = ((performance.now() - opened) * 1_000) / number;
  await during(warmUpMs);
  const [before, begun] = [number, performance.now()];
  await during(loadMs);
  const perSecond = ((number - before) / (performance.now() - begun)) * 1_000;

  const took: number[] = [];
  // With many handlers for each, they are given the time to be called.
  for (let count = Math.min(singly, Math.ceil(500_000 / subscribers)); count > 0; count -= 1) {
    const asked = performance.now();
    await next();
    took.push((performance.now() - asked) * 1_000);
    if (subscribers > 1) await progress.until(number * subscribers);
  }
  await progress.until(number * subscribers);
  return { firstUs, perSecond, deliveriesPerSecond: perSecond * subscribers, publishUs: sampleOf(took).median };
}
