import { ownerOf } from '@tidings/core/transport';
import type { Consumer, GroupCalls } from './group-calls.js';

/** What a lease tells the member that it is for. */
export interface PartitionLeaseListener {
  /** The partition is this member's. */
  gained(): void;
  /** It still is, and should be another's. */
  wanted(): void;
  /** It is not any more, without having been given away: as when Redis has lost it. */
  lost(): void;
  /** Something that has to be over before the member leaves. */
  track<T>(operation: Promise<T>): Promise<T>;
  failed(error: unknown): void;
}

/** The lease of a partition of a keyed channel, as one consumer sees it: whether it has it, and whether it should. */
export class PartitionLease {
  readonly #by: Consumer;
  readonly #partition: number;
  readonly #calls: Pick<GroupCalls, 'look' | 'lease'>;
  readonly #listener: PartitionLeaseListener;
  /** `wanted`: it has it, and another should. `yielding`: it is about to be free. */
  #state: 'none' | 'held' | 'wanted' | 'yielding' = 'none';
  #looking = false;
  #lookAgain = false;
  #ended = false;

  constructor(
    by: Consumer,
    partition: number,
    calls: Pick<GroupCalls, 'look' | 'lease'>,
    listener: PartitionLeaseListener,
  ) {
    this.#by = by;
    this.#partition = partition;
    this.#calls = calls;
    this.#listener = listener;
  }

  /** Whether the partition is this member's, and not about to be another's. */
  get isHeld(): boolean {
    return this.#state === 'held';
  }

  /** Looks whether the partition is to be taken or to be given away. */
  look(): void {
    this.#lookAgain = true;
    if (!this.#looking) void this.#look();
  }

  /** Begins to give it away. False if there is nothing to give, or that has begun. */
  yield(): boolean {
    if (this.#state !== 'held' && this.#state !== 'wanted') return false;
    this.#state = 'yielding';
    return true;
  }

  /** It has been given away. */
  yielded(): void {
    this.#state = 'none';
    this.look();
  }

  /** Redis says that it is another's, or nobody's. */
  refused(): void {
    if (this.#state !== 'yielding') this.#lose();
    this.look();
  }

  /** What it was for is over. */
  end(): void {
    this.#ended = true;
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      while (this.#lookAgain && this.#isCurrent()) {
        this.#lookAgain = false;
        await this.#lookOnce();
      }
    } catch (error) {
      this.#listener.failed(error);
    } finally {
      this.#looking = false;
    }
  }

  async #lookOnce(): Promise<void> {
    const { consumer, incarnation } = this.#by;
    const answer = await this.#calls.look(this.#by);
    if (answer === undefined || !this.#isCurrent() || this.#state === 'yielding') return;
    const [alive, holder, holderIsAlive, members, needed] = answer as [number, Buffer, number, Buffer[], number];
    if (alive !== 1) {
      incarnation.ending.end();
      return;
    }
    const candidates = members.flatMap((id, at) =>
      at % 2 === 0 ? [{ id: String(id), version: Number(members[at + 1]) }] : [],
    );
    const isWanted = ownerOf(this.#partition, candidates, needed) === consumer;
    if (String(holder) === consumer) {
      if (this.#state === 'none') this.#gain();
      if (!isWanted) this.#want();
      return;
    }
    if (this.#state !== 'none') this.#lose();
    if (isWanted && holderIsAlive !== 1) await this.#take();
  }

  async #take(): Promise<void> {
    const given = await this.#listener.track(this.#calls.lease(this.#by));
    if (!this.#isCurrent()) return;
    if (given === -1) this.#by.incarnation.ending.end();
    if (given === 1) this.#gain();
    if (given === 0) this.#lookAgain = true;
  }

  #gain(): void {
    this.#state = 'held';
    this.#listener.gained();
  }

  #want(): void {
    if (this.#state !== 'held') return;
    this.#state = 'wanted';
    this.#listener.wanted();
  }

  #lose(): void {
    this.#state = 'none';
    this.#listener.lost();
  }

  #isCurrent(): boolean {
    return !this.#ended && this.#by.incarnation.isAlive();
  }
}
