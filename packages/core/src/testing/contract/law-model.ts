import type { EventBus } from '../../bus/event-bus.js';
import type { EventStream } from '../../bus/event-stream.js';
import type { Subscription } from '../../bus/subscription.js';
import type { Sample } from './sample-channel.js';

/** A bus, and what a plan has seen of it. */
export class BusUnderTest {
  readonly number: number;
  readonly bus: EventBus;
  readonly problems: string[] = [];
  /** The channels that it has ever received. */
  readonly opened: Set<number> = new Set();
  failures = 0;
  began = 0;
  accepted = 0;
  closing: Promise<void> | undefined;
  closed = false;

  constructor(number: number, bus: EventBus) {
    this.number = number;
    this.bus = bus;
    bus.on('error', (error) => {
      if (error.code === 'handler_failed') this.failures += 1;
      else this.problems.push(`error ${error.code}: ${error.message}`);
    });
    bus.on('gap', (gap) => this.problems.push(`gap ${JSON.stringify(gap)}`));
    bus.on('invalid', (report) => this.problems.push(`invalid ${JSON.stringify(report)}`));
  }
}

/** A handler's subscription or a stream, and what it was given. */
export class Receiver {
  readonly at: BusUnderTest;
  readonly kind: 'handler' | 'stream';
  /** The channels that it has not left. */
  readonly channels: Set<number>;
  /** In the order in which they came. */
  readonly received: Set<number> = new Set();
  ready = false;
  subscription: Subscription | undefined;
  stream: EventStream<unknown> | undefined;
  handler: ((event: { readonly data: Sample }) => unknown) | undefined;

  constructor(at: BusUnderTest, kind: 'handler' | 'stream', channels: readonly number[]) {
    this.at = at;
    this.kind = kind;
    this.channels = new Set(channels);
  }
}

/** An event as the model knows it. */
export interface Sent {
  readonly n: number;
  readonly by: BusUnderTest;
  readonly channel: number;
  /** Who has to receive it, and who may. */
  readonly must: Set<Receiver>;
  readonly may: Set<Receiver>;
  settled: boolean;
}
