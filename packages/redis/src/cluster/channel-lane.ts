import { isTidingsError, TidingsError } from '@tidings/core';
import { isReplyError, movedTo } from '../errors/redis-failure.js';

/** As much of a node as a lane needs. */
export interface LaneNode {
  /** Whether frames can be sent there now. */
  readonly writable: boolean;
  /** Why not, where that is known. */
  readonly problem: TidingsError | undefined;
  /** Sends a frame; answers come in the order in which frames were sent, and say how many connections it went to there. */
  send(channel: string, frame: string): Promise<unknown>;
  /** What it means for the event that sending rejected. */
  failure(error: unknown, channel: string): TidingsError;
}

/** What a lane tells. */
export interface LaneListener<N> {
  /** A node said that it does not have the slot: a new map is wanted if it is the one that the map names. */
  moved(node: N): void;
  /** A node said that the Cluster can not serve the slot. */
  unserved(node: N): void;
  /** Nobody listens at the node any more: they may have left with the slot. */
  unheard(node: N): void;
  /** All that was on its way is answered, and something waited for that. */
  idle(): void;
}

/** A frame that a node certainly refused, since it does not have the slot. */
interface Requeued {
  readonly frame: string;
  readonly redirects: number;
  readonly resolve: (sent: Promise<void> | undefined) => void;
  readonly reject: (error: TidingsError) => void;
}

/** So many nodes may say that another has the slot. */
const mostRedirects = 16;

/**
 * What one channel has on its way to a Cluster. Frames arrive in order, at most once each: only what a node certainly
 * refused is sent again, after all before it is answered and before anything that comes later, or not at all.
 */
export class ChannelLane<N extends LaneNode = LaneNode> {
  readonly channel: string;
  readonly slot: number;
  /** How many reasons there are to hold it for a moment. */
  holds = 0;
  readonly #listener: LaneListener<N>;
  /** Who has the slot, as far as is known. */
  #owner: N | undefined;
  /** Where what is in flight went: one node at a time, so that it is answered in order. */
  #at: N | undefined;
  #inFlight = 0;
  #requeued: Requeued[] = [];
  /** The map may be out of date. */
  #doubtful = false;
  /** Whether somebody listened when the last frame was sent. */
  #heard = false;

  constructor(channel: string, slot: number, listener: LaneListener<N>) {
    this.channel = channel;
    this.slot = slot;
    this.#listener = listener;
  }

  /** Whether another frame can be sent now. */
  get writable(): boolean {
    return this.#requeued.length === 0 && this.#isOpen;
  }

  /** Whether frames wait here to be sent again. */
  get requeues(): boolean {
    return this.#requeued.length > 0;
  }

  /** Who has the slot, as far as is known. */
  get owner(): N | undefined {
    return this.#owner;
  }

  set owner(owner: N | undefined) {
    this.#owner = owner;
  }

  /** Whether something is on its way to the node. */
  uses(node: N): boolean {
    return this.#inFlight > 0 && this.#at === node;
  }

  /** Sends a frame to the owner of the slot. Only called while writable. */
  send(frame: string): Promise<void> {
    return this.#send(this.#owner as N, frame, 0);
  }

  /** The map was asked for after a node last said that it is wrong. */
  trust(): void {
    this.#doubtful = false;
  }

  /** Sends what was refused again, in order, if that can be done now. */
  resume(): void {
    if (this.#requeued.length === 0 || this.#inFlight > 0 || !this.#isOpen) return;
    const node = this.#owner as N;
    for (const { frame, redirects, resolve } of this.#takeRequeued()) resolve(this.#send(node, frame, redirects));
  }

  /** Rejects what waits to be sent again. */
  giveUp(why: string, cause?: TidingsError): void {
    const { channel } = this;
    const message = `nothing was published on '${channel}': ${why}`;
    for (const { reject } of this.#takeRequeued()) reject(new TidingsError('not_sent', message, { channel, cause }));
  }

  get #isOpen(): boolean {
    const owner = this.#owner;
    if (owner === undefined || this.#doubtful || this.holds > 0) return false;
    return (this.#inFlight === 0 || this.#at === owner) && owner.writable;
  }

  #send(node: N, frame: string, redirects: number): Promise<void> {
    this.#at = node;
    this.#inFlight += 1;
    return node
      .send(this.channel, frame)
      .then(this.#accepted, (error: unknown) => this.#refused(node, frame, redirects, error));
  }

  readonly #accepted = (listeners: unknown): void => {
    if (this.#requeued.length > 0) this.#overtaken();
    // A master that became a replica goes on to accept, and drops who subscribed.
    if (Number(listeners) !== 0) this.#heard = true;
    else if (this.#heard) {
      this.#heard = false;
      this.#listener.unheard(this.#at as N);
    }
    this.#answered();
  };

  #refused(node: N, frame: string, redirects: number, error: unknown): Promise<void> {
    if (movedTo(error) !== undefined) return this.#requeue(node, frame, redirects + 1);
    const failure = node.failure(error, this.channel);
    if (isTidingsError(failure, 'outcome_unknown')) this.#overtaken();
    this.#answered();
    if (isReplyError(error) && error.message.startsWith('CLUSTERDOWN')) this.#listener.unserved(node);
    throw failure;
  }

  #requeue(node: N, frame: string, redirects: number): Promise<void> {
    if (node === this.#owner) this.#doubtful = true;
    const sentAgain = new Promise<void>((resolve, reject) => {
      this.#requeued.push({ frame, redirects, resolve, reject });
    });
    if (redirects > mostRedirects) {
      this.giveUp(`each node of the Cluster says that another has its slot, ${mostRedirects} times in a row`);
    }
    this.#listener.moved(node);
    this.#answered();
    return sentAgain;
  }

  /** Something later was accepted, or may have been. */
  #overtaken(): void {
    this.giveUp('its slot moved to another node and back, and what was published later has been sent already');
  }

  #answered(): void {
    this.#inFlight -= 1;
    if (this.#inFlight === 0 && (this.#requeued.length > 0 || this.#at !== this.#owner)) this.#listener.idle();
  }

  #takeRequeued(): readonly Requeued[] {
    const requeued = this.#requeued;
    this.#requeued = [];
    return requeued;
  }
}
