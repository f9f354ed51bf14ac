import { Ending } from './ending.js';
import { CallOver, type LogCalls, Trial } from './log-calls.js';
import type { LogKeys } from './log-keys.js';
import { renewScript } from './scripts/renew.js';
import { retireScript } from './scripts/retire.js';

/** One life of a bus where a tag is. It ends when its lease was not renewed in time, and never comes back. */
export class Incarnation {
  readonly id: string;
  readonly ending: Ending = new Ending();
  #validUntil: number;

  constructor(id: string, validUntil: number) {
    this.id = id;
    this.#validUntil = validUntil;
  }

  /**
   * Whether it still is: by our own clock, which is never later than the server's. A process that was stopped learns here that
   * it was, before it does anything else.
   */
  isAlive(): boolean {
    if (performance.now() >= this.#validUntil) this.ending.end();
    return !this.ending.over;
  }

  renew(validUntil: number): void {
    this.#validUntil = validUntil;
  }
}

/** Somebody who reads where a tag is. */
export interface PresenceListener {
  /** There may be something that others left or gave back: some are not alive any more, or it is time to search in case of a word not heard. */
  search(): void;
  /** There may be news in a channel. */
  news(): void;
  /** Time to look whether all is as it should be, in case that something was not heard. */
  look(): void;
}

/** What a presence needs. */
export interface PresenceSettings {
  readonly calls: LogCalls;
  readonly keys: LogKeys;
  readonly leaseMs: number;
  /** Unique; those who came first sort first. */
  readonly busId: string;
  /** Over when the log is closed. */
  readonly closed: Ending;
  /** The server refuses the heartbeat. */
  readonly failed: (error: unknown) => void;
}

/** So many heartbeats to a lease. */
const beatsInLease = 5;
/** For so many leases the expired are kept, for everybody to hear of them. */
const leasesKept = 10;
const mostChannels = 500;
/** Over so many heartbeats everybody searches once, not all at the same time: there may be very many. */
const beatsInSearch = 5 * beatsInLease;

/** A bus's being there where a tag is: one heartbeat for all its groups and channels. It hears of the deaths of others, and of missed news. */
export class Presence {
  readonly #tag: number;
  readonly #settings: PresenceSettings;
  readonly #listeners = new Map<PresenceListener, string>();
  readonly #heads = new Map<string, string>();
  #dead: ReadonlySet<string> = new Set();
  #incarnation: Incarnation | undefined;
  #entering: Promise<Incarnation> | undefined;
  #lives = 0;
  #beats = 0;
  #beating = false;
  #refused = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(tag: number, settings: PresenceSettings) {
    this.#tag = tag;
    this.#settings = settings;
  }

  /** An incarnation that is alive. @throws CallOver, or a TidingsError if the server refuses */
  enter(): Promise<Incarnation> {
    const present = this.#incarnation;
    if (present?.isAlive()) return Promise.resolve(present);
    this.#entering ??= this.#enter().finally(() => {
      this.#entering = undefined;
    });
    return this.#entering;
  }

  listen(channel: string, listener: PresenceListener): void {
    this.#listeners.set(listener, channel);
    this.#timer ??= setInterval(() => void this.#beat(), this.#settings.leaseMs / beatsInLease).unref();
  }

  unlisten(listener: PresenceListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#heads.clear();
    void this.retire();
  }

  /** Leaves: others need not wait for the lease to end. Never rejects. */
  async retire(): Promise<void> {
    const incarnation = this.#incarnation;
    if (incarnation === undefined) return;
    this.#incarnation = undefined;
    incarnation.ending.end();
    const { calls, keys, closed } = this.#settings;
    const call = {
      script: retireScript,
      tag: this.#tag,
      keys: [keys.members(this.#tag)],
      args: () => [incarnation.id],
      ending: closed,
    };
    await calls.attempt(call, new Trial()).catch(() => {});
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #enter(): Promise<Incarnation> {
    for (;;) {
      this.#lives += 1;
      const id = `${this.#settings.busId}.${this.#lives.toString(36).padStart(4, '0')}`;
      const { sentAt, answer } = await this.#renew({ id, enter: true, channels: [] }, this.#settings.closed);
      if (answer === undefined || answer.state !== 1) continue;
      const incarnation = new Incarnation(id, sentAt + this.#settings.leaseMs);
      if (!incarnation.isAlive()) continue;
      this.#incarnation = incarnation;
      incarnation.ending.onEnd(() => {
        if (this.#incarnation === incarnation) this.#incarnation = undefined;
      });
      this.#dead = answer.dead;
      return incarnation;
    }
  }

  async #beat(): Promise<void> {
    const incarnation = this.#incarnation;
    // Also while an answer is awaited: that is when it matters.
    if (incarnation !== undefined && !incarnation.isAlive()) return;
    if (this.#beating) return;
    this.#beating = true;
    try {
      const channels = [...new Set(this.#listeners.values())];
      const id = incarnation?.id ?? '';
      for (let at = 0; at === 0 || at < channels.length; at += mostChannels) {
        const asked = channels.slice(at, at + mostChannels);
        const renewing = this.#renew(
          { id, enter: false, channels: asked },
          incarnation?.ending ?? this.#settings.closed,
        );
        const { sentAt, answer } = await renewing;
        if (answer === undefined) return;
        if (incarnation?.isAlive() && answer.state === 1) incarnation.renew(sentAt + this.#settings.leaseMs);
        else incarnation?.ending.end();
        this.#learn(answer, asked);
      }
      this.#refused = false;
      this.#beats += 1;
      const listeners = [...this.#listeners.keys()];
      if (this.#beats % beatsInLease === 0) for (const listener of listeners) listener.look();
      for (let at = this.#beats % beatsInSearch; at < listeners.length; at += beatsInSearch) listeners[at]?.search();
    } catch (error) {
      if (error instanceof CallOver) return;
      if (!this.#refused) this.#settings.failed(error);
      this.#refused = true;
    } finally {
      this.#beating = false;
    }
  }

  async #renew(
    { id, enter, channels }: { readonly id: string; readonly enter: boolean; readonly channels: readonly string[] },
    ending: Ending,
  ): Promise<{ readonly sentAt: number; readonly answer: Renewed | undefined }> {
    const { calls, keys, leaseMs } = this.#settings;
    let sentAt = 0;
    const attempt = await calls.attempt(
      {
        script: renewScript,
        tag: this.#tag,
        keys: [keys.members(this.#tag), keys.heads(this.#tag)],
        args: () => {
          sentAt = performance.now();
          return [id, leaseMs, leasesKept * leaseMs, enter ? '1' : '0', ...channels];
        },
        ending,
      },
      new Trial(),
    );
    return { sentAt, answer: attempt && readRenewed(attempt.answer) };
  }

  #learn({ dead, heads }: Renewed, channels: readonly string[]): void {
    const before = this.#dead;
    this.#dead = dead;
    const died = [...dead].some((id) => !before.has(id));
    for (const [at, channel] of channels.entries()) {
      const head = heads[at] ?? '';
      const known = this.#heads.get(channel);
      this.#heads.set(channel, head);
      if (head === known) continue;
      for (const [listener, about] of [...this.#listeners]) if (about === channel) listener.news();
    }
    if (died) for (const listener of [...this.#listeners.keys()]) listener.search();
  }
}

interface Renewed {
  readonly state: number;
  readonly dead: ReadonlySet<string>;
  readonly heads: readonly string[];
}

function readRenewed(answer: unknown): Renewed {
  const [state, dead, heads] = answer as [number, Buffer[], Buffer[]];
  return { state, dead: new Set(dead.map(String)), heads: heads.map(String) };
}
