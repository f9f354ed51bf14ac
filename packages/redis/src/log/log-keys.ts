/** What keys and wake-up channels are called; docs/redis-layout.md has what they hold. */
export class LogKeys {
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** What is known of channels, whatever the number of partitions. */
  get channels(): string {
    return `${this.#prefix}{0}:channels`;
  }

  members(tag: number): string {
    return this.#at(tag, 'members');
  }

  heads(tag: number): string {
    return this.#at(tag, 'heads');
  }

  log(tag: number, channel: string): string {
    return this.#at(tag, `log:${channel}`);
  }

  groups(tag: number, channel: string): string {
    return this.#at(tag, `group:${channel}`);
  }

  dead(tag: number, channel: string): string {
    return this.#at(tag, `dead:${channel}`);
  }

  sent(tag: number, channel: string, epoch: string): string {
    return this.#at(tag, `sent:${channel}:${epoch}`);
  }

  once(tag: number, channel: string, key: string): string {
    return this.#at(tag, `once:${channel}:${key}`);
  }

  /** The channel that is told of what happens in a partition. */
  wake(tag: number, channel: string): string {
    return this.#prefix + wakeName(tag, channel);
  }

  /** What the names of a channel's parked streams begin with; then come the version and the group. */
  parkedBefore(tag: number, channel: string): string {
    return this.#at(tag, `parked:${channel}:`);
  }

  parked(tag: number, channel: string, level: number, group: string): string {
    return `${this.parkedBefore(tag, channel)}${level}:${group}`;
  }

  /** What a group keeps besides its positions. */
  ofGroup(tag: number, channel: string, group: string): GroupKeys {
    const named = (what: string): string => this.#at(tag, `${what}:${channel}:${group}`);
    return {
      consumers: named('consumers'),
      lease: named('lease'),
      notes: named('notes'),
      gaps: named('gaps'),
      levels: named('levels'),
    };
  }

  #at(tag: number, name: string): string {
    return `${this.#prefix}{${tag}}:${name}`;
  }
}

/** The keys of one group in one partition. */
export interface GroupKeys {
  readonly consumers: string;
  readonly lease: string;
  readonly notes: string;
  readonly gaps: string;
  readonly levels: string;
}

/** The wake-up channel of a partition, as the bus calls it: no channel of a user begins so. */
export function wakeName(tag: number, channel: string): string {
  return `{${tag}}:wake:${channel}`;
}
