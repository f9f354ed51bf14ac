import type { TidingsError } from '@tidings/core';
import type { ClusterNode } from './cluster-node.js';
import { findDeaf } from './find-deaf.js';
import { slotOf } from './slot-of.js';

/** What the places need and tell. */
export interface ChannelPlacesTasks {
  /** Who has a slot, as far as is known. */
  ownerOf(slot: number): ClusterNode | undefined;
  /** Frames of a channel, or of all, may have been missed up to now. */
  interrupted(channel?: string): void;
}

interface Place {
  readonly name: string;
  readonly slot: number;
  /** The node at which it is open, or is to be. */
  at: ClusterNode | undefined;
  /** The node at which it was open, until it is at the other. */
  before: ClusterNode | undefined;
  /** Whether it was ever open. */
  opened: boolean;
  readonly resolve: () => void;
  readonly reject: (error: TidingsError) => void;
}

/** The subscribing side of a Cluster: which channel is open at which node. Channels follow their slots. */
export class ChannelPlaces {
  readonly #prefix: string;
  readonly #tasks: ChannelPlacesTasks;
  readonly #places = new Map<string, Place>();

  constructor(prefix: string, tasks: ChannelPlacesTasks) {
    this.#prefix = prefix;
    this.#tasks = tasks;
  }

  /** Resolves once the channel is open, wherever its slot is by then; rejects if the server refuses it. */
  subscribe(name: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const slot = slotOf(this.#prefix + name);
      const place: Place = { name, slot, at: undefined, before: undefined, opened: false, resolve, reject };
      this.#places.set(name, place);
      const owner = this.#tasks.ownerOf(slot);
      if (owner !== undefined) this.#open(place, owner);
    });
  }

  /** Resolves once nothing comes in on the channel any more. */
  async unsubscribe(name: string): Promise<void> {
    const place = this.#places.get(name);
    this.#places.delete(name);
    place?.before?.subscriber.forget(name);
    await place?.at?.subscriber.unsubscribe(name);
  }

  /** Whether a node is needed for a channel. */
  uses(node: ClusterNode): boolean {
    for (const { at, before } of this.#places.values()) if (at === node || before === node) return true;
    return false;
  }

  /** Slots have other owners now. */
  follow(): void {
    const adopted = new Map<ClusterNode, string[]>();
    for (const place of this.#places.values()) {
      const owner = this.#tasks.ownerOf(place.slot);
      if (owner === undefined || owner === place.at) continue;
      if (!place.opened) {
        place.at?.subscriber.forget(place.name);
        this.#open(place, owner);
        continue;
      }
      this.#move(place, owner);
      const names = adopted.get(owner);
      if (names === undefined) adopted.set(owner, [place.name]);
      else names.push(place.name);
    }
    for (const [node, names] of adopted) node.subscriber.adopt(names);
  }

  /** A node tells that channels were lost there, and are open again. */
  regained(node: ClusterNode, names: readonly string[]): void {
    const there = names.flatMap((name) => this.#places.get(name) ?? []).filter(({ at }) => at === node);
    for (const place of there) {
      place.before?.subscriber.forget(place.name);
      place.before = undefined;
    }
    if (there.length > 1 && there.length === this.#places.size) this.#tasks.interrupted();
    else for (const { name } of there) this.#tasks.interrupted(name);
  }

  /**
   * Looks whether what should be open at a node is.
   *
   * @param suspect Whether slots have left it, which may be back.
   */
  async check(node: ClusterNode, suspect: boolean): Promise<void> {
    const { subscriber } = node;
    const { client } = subscriber;
    // Restoring the connection opens everything.
    if (client === undefined) return;
    const names = this.#namesAt(node);
    const settled = names.every((name) => subscriber.isOpen(name));
    subscriber.reopen(names);
    const open = (): readonly string[] =>
      this.#namesAt(node).flatMap((name) => (subscriber.isOpen(name) ? this.#prefix + name : []));
    try {
      const { regained, refused } = await findDeaf(client, { open, settled, suspect });
      if (subscriber.client !== client) return;
      const namesOf = (channels: readonly string[]): readonly string[] =>
        channels.map((channel) => channel.slice(this.#prefix.length));
      this.regained(node, namesOf(regained));
      subscriber.adopt(namesOf(refused).filter((name) => this.#places.get(name)?.at === node));
    } catch {
      // The connection was lost, and restoring it opens everything.
    }
  }

  #move(place: Place, owner: ClusterNode): void {
    const { name, at, before } = place;
    place.at = owner;
    // Not open there yet: where it was before that still counts.
    if (before !== undefined) at?.subscriber.forget(name);
    else place.before = at;
    if (place.before === owner) place.before = undefined;
  }

  #namesAt(node: ClusterNode): readonly string[] {
    return [...this.#places.values()].filter(({ at }) => at === node).map(({ name }) => name);
  }

  #open(place: Place, node: ClusterNode): void {
    place.at = node;
    const isUpToDate = (): boolean => this.#places.get(place.name) === place && place.at === node;
    node.subscriber.subscribe(place.name).then(
      () => {
        if (!isUpToDate()) return;
        place.opened = true;
        place.resolve();
      },
      (error: TidingsError) => {
        if (!isUpToDate()) return;
        this.#places.delete(place.name);
        place.reject(error);
      },
    );
  }
}
