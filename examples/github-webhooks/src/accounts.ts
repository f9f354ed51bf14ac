import type { PublisherReport, SubscriberReport } from './processes/messages.js';

/** What is known of the publisher, by what it has said. */
export class PublisherAccount {
  /** How many deliveries there are in a round; undefined until it is ready. */
  deliveries: number | undefined;
  /** How many deliveries it has received. */
  received = 0;
  /** How many of them were refused by the schema. */
  invalid = 0;
  /** The event of the last one. */
  lastEvent = '';
  finished = false;
  readonly #published = new Map<string, number>();

  hear(report: PublisherReport): void {
    if (report.kind === 'ready') this.deliveries = report.deliveries;
    else if (report.kind === 'finished') this.finished = true;
    else if (report.kind === 'delivery') {
      const channel = `github.${report.event}`;
      this.received += 1;
      this.lastEvent = report.event;
      if (report.outcome === 'invalid') this.invalid += 1;
      else this.#published.set(channel, (this.#published.get(channel) ?? 0) + 1);
    }
  }

  /** How many events it has published on these channels; on all, if none are given. */
  publishedOn(channels: readonly string[] = [...this.#published.keys()]): number {
    return channels.reduce((sum, channel) => sum + (this.#published.get(channel) ?? 0), 0);
  }
}

/** What is known of a subscriber, by what its processes have said. */
export class SubscriberAccount {
  /** What it subscribes to; undefined until it is ready. */
  channels: readonly string[] | undefined;
  /** How many events each of its processes received. */
  readonly receivedByProcess: number[] = [];
  /** How often its bus said that it had been away. */
  reconnects = 0;
  /** How many events its bus said were missing. */
  toldMissing = 0;
  /** Where they were missing. */
  readonly toldMissingOn: Set<string> = new Set();
  /** What it found out; undefined until it has finished. */
  findings: readonly string[] | undefined;

  /** A process is started for it: what comes next is said by that one. */
  begin(): void {
    this.channels = undefined;
    this.receivedByProcess.push(0);
  }

  hear(report: SubscriberReport): void {
    if (report.kind === 'ready') this.channels = report.channels;
    else if (report.kind === 'finished') this.findings = report.findings;
    else if (report.kind === 'received') this.#count();
    else if (report.kind === 'gap') {
      const { reason, channel, count = 0 } = report.gap;
      if (reason === 'reconnect') this.reconnects += 1;
      this.toldMissing += count;
      if (channel !== undefined && count > 0) this.toldMissingOn.add(channel);
    }
  }

  #count(): void {
    const last = this.receivedByProcess.length - 1;
    this.receivedByProcess[last] = (this.receivedByProcess[last] ?? 0) + 1;
  }
}
