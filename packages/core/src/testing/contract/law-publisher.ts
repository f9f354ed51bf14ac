import { isTidingsError } from '../../errors/tidings-error.js';
import { type DurableBusUnderTest, DurableSent, type Ticks } from './durable-law-model.js';
import type { DurableStep } from './durable-step.js';
import { type LawChannel, type LawSample, ofVersion } from './law-channels.js';

const keys = ['red', 'green', 'blue', 'white'] as const;
const mostByHandlers = 60;

/** Publishes what a plan asks for, and writes down what became of it. */
export class LawPublisher {
  /** Everything that was published, by number. */
  readonly sent: DurableSent[] = [];
  readonly pending: Promise<unknown>[] = [];
  readonly violations: string[] = [];
  readonly #channels: readonly LawChannel[];
  readonly #ticks: Ticks;
  readonly #chosen = new Map<string, DurableSent>();
  #byHandlers = 0;

  constructor(channels: readonly LawChannel[], ticks: Ticks) {
    this.#channels = channels;
    this.#ticks = ticks;
  }

  publish(by: DurableBusUnderTest, step: Extract<DurableStep, { readonly do: 'publish' }>): void {
    const { channel, version, count, mixed, chosen } = step;
    const keyOf = (index: number): string => keys[(step.key + (mixed ? index : 0)) % keys.length] as string;
    if (chosen === undefined) {
      const sent = Array.from({ length: count }, (_, index) => this.#send(by, channel, keyOf(index), version));
      this.#hand(by, sent, {});
      return;
    }
    const id = `chosen-${chosen}`;
    const place = `${by.number} ${channel} ${id}`;
    const sent = this.#chosen.get(place) ?? this.#send(by, channel, keyOf(0), version);
    this.#chosen.set(place, sent);
    this.#hand(by, [sent], { id });
  }

  /** A handler publishes in answer to an event: for one in three, and no more than so many, so that it comes to an end. */
  answer(by: DurableBusUnderTest, { n, channel, key }: DurableSent): void {
    if (n % 3 !== 0 || this.#byHandlers >= mostByHandlers || by.crashed) return;
    this.#byHandlers += 1;
    this.#hand(by, [this.#send(by, (channel + 1) % this.#channels.length, key, 1)], {});
  }

  #send(by: DurableBusUnderTest, channel: number, key: string, version: DurableSent['version']): DurableSent {
    const calledAt = this.#ticks.next();
    const sent = new DurableSent({ n: this.sent.length, by, channel, key, version, calledAt });
    this.sent.push(sent);
    return sent;
  }

  #hand(by: DurableBusUnderTest, sent: readonly DurableSent[], options: { readonly id?: string }): void {
    const [first] = sent;
    if (first === undefined) return;
    const target = ofVersion(this.#channels[first.channel] as LawChannel, first.version);
    const data = sent.map(({ n, key }) => ({ n, key, ...(first.version === 2 ? { late: true } : {}) }));
    const publishing: Promise<unknown> =
      data.length === 1
        ? by.bus.publish(target, data[0] as LawSample, options)
        : by.bus.publishMany(target, data, options);
    const refused = by.closing !== undefined;
    const settled = publishing.then(
      () => {
        by.accepted += sent.length;
        const at = this.#ticks.next();
        for (const each of sent) each.acceptedAt ??= at;
        if (refused) this.violations.push(`${first.n} was accepted by a closed bus`);
      },
      (error: unknown) => {
        if (by.crashed) for (const each of sent) each.unsure = true;
        else if (!refused || !isTidingsError(error, 'closed')) this.violations.push(`publish rejected: ${error}`);
      },
    );
    this.pending.push(settled);
  }
}
