import { ChannelLane, type LaneNode } from './channel-lane.js';
import { LaneHolds } from './lane-holds.js';
import { slotOf } from './slot-of.js';

/** What the lanes need and tell. */
export interface LanesTasks<N> {
  /** Who has a slot, as far as is known. */
  ownerOf(slot: number): N | undefined;
  /** A node says that the map is wrong; returns the number of the round that brings a new one. */
  doubted(node: N): number;
  /** A node may know better than the map. */
  suspected(node: N): void;
  /** Channels that could not be sent to may be now; or it is the other way round. */
  changed(): void;
}

/**
 * How long a channel is held when its slot moves while both nodes live: who subscribes is told at the same moment as who
 * publishes, and follows at once.
 */
export const moveHoldMs = 150;

/** How long what was refused waits for the slot's new owner. */
const mostRequeuedMs = 3_000;
const sweepMs = 500;

const closed = 'the bus is closed';

/** The publishing side of a Cluster: a lane for each channel. */
export class Lanes<N extends LaneNode> {
  readonly #prefix: string;
  readonly #holdMs: number;
  readonly #tasks: LanesTasks<N>;
  readonly #lanes = new Map<string, ChannelLane<N>>();
  readonly #holds = new LaneHolds<ChannelLane<N>>(() => this.resume());
  /** Lanes whose owner is in doubt, and the round of asking that settles it. */
  readonly #doubtful = new Map<ChannelLane<N>, number>();
  /** Lanes with something to send again, and since when. */
  readonly #requeuing = new Map<ChannelLane<N>, number>();
  #sweeping: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor({ prefix, settleMs }: { readonly prefix: string; readonly settleMs: number }, tasks: LanesTasks<N>) {
    this.#prefix = prefix;
    this.#holdMs = Math.min(moveHoldMs, settleMs);
    this.#tasks = tasks;
  }

  /** Whether any channel is held for a moment. */
  get moving(): boolean {
    return this.#requeuing.size > 0 || this.#holds.any;
  }

  isWritable(channel: string): boolean {
    return this.#laneOf(channel).writable;
  }

  send(channel: string, frame: string): Promise<void> {
    return this.#laneOf(channel).send(frame);
  }

  /** Whether something is on its way to the node. */
  uses(node: N): boolean {
    for (const lane of this.#lanes.values()) if (lane.uses(node)) return true;
    return false;
  }

  /** Slots have other owners now. */
  follow(): void {
    for (const lane of this.#lanes.values()) lane.owner = this.#tasks.ownerOf(lane.slot);
  }

  /** Holds all channels of some slots, so that who subscribes is there before who publishes. */
  hold(concerns: (slot: number) => boolean, ms: number = this.#holdMs): void {
    const concerned = [...this.#lanes.values()].filter(({ slot }) => concerns(slot));
    this.#holds.hold(ms, concerned, concerns);
  }

  /** A round of asking for the map is over. */
  trust(round: number): void {
    for (const [lane, settledBy] of this.#doubtful) {
      if (settledBy > round) continue;
      this.#doubtful.delete(lane);
      lane.trust();
    }
    this.resume();
  }

  /** Sends again what can be by now. */
  resume(): void {
    for (const lane of this.#requeuing.keys()) this.#resume(lane);
    this.#tasks.changed();
  }

  /** Sends nothing again any more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#sweeping);
    this.#holds.clear();
    for (const lane of this.#requeuing.keys()) lane.giveUp(closed);
    this.#requeuing.clear();
  }

  #laneOf(channel: string): ChannelLane<N> {
    const known = this.#lanes.get(channel);
    if (known !== undefined) return known;
    const lane = new ChannelLane<N>(channel, slotOf(this.#prefix + channel), {
      moved: (from) => this.#moved(lane, from),
      unserved: (node) => this.#tasks.suspected(node),
      unheard: (node) => this.#tasks.suspected(node),
      idle: () => {
        this.#resume(lane);
        this.#tasks.changed();
      },
    });
    lane.owner = this.#tasks.ownerOf(lane.slot);
    this.#holds.admit(lane);
    this.#lanes.set(channel, lane);
    return lane;
  }

  #moved(lane: ChannelLane<N>, from: N): void {
    if (this.#closed) {
      lane.giveUp(closed);
      return;
    }
    if (!this.#requeuing.has(lane)) {
      this.#requeuing.set(lane, performance.now());
      this.#holds.hold(this.#holdMs, [lane]);
      this.#sweeping ??= setTimeout(() => this.#sweep(), sweepMs);
      this.#tasks.changed();
    }
    if (from === lane.owner) this.#doubtful.set(lane, this.#tasks.doubted(from));
  }

  #resume(lane: ChannelLane<N>): void {
    lane.resume();
    if (!lane.requeues) this.#requeuing.delete(lane);
  }

  /** Nobody is to wait for ever for a node that does not come. */
  #sweep(): void {
    this.#sweeping = undefined;
    const due = performance.now() - mostRequeuedMs;
    for (const [lane, since] of this.#requeuing) {
      if (since > due) break;
      lane.giveUp('its slot has moved, and its new owner could not be reached in time', lane.owner?.problem);
    }
    this.resume();
    if (this.#requeuing.size > 0) this.#sweeping = setTimeout(() => this.#sweep(), sweepMs);
  }
}
