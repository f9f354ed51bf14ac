import type { NatMap } from 'ioredis';
import type { HostAndPort } from '../options/redis-bus-options.js';
import { slotCount } from './slot-of.js';

/** What tells a node from another: its address, as it is connected to. */
export function nodeKey({ host, port }: HostAndPort): string {
  return `${host}:${port}`;
}

/** A run of slots, and who has it. */
export interface SlotRange {
  readonly from: number;
  readonly to: number;
  readonly master: HostAndPort;
  readonly replicas: readonly HostAndPort[];
}

const nobody = 0;

/** Which node of a Cluster has which slot, as one of them told at one time. */
export class SlotMap {
  /** The masters that have slots, in an order that is the same whoever told. */
  readonly masters: readonly HostAndPort[];
  /** Replicas, which know the map too. */
  readonly replicas: readonly HostAndPort[];
  /** How many slots nobody has. */
  readonly uncovered: number;
  /** Per slot, the master's place in the list, from 1. */
  readonly #owners = new Uint16Array(slotCount);

  constructor(ranges: readonly SlotRange[]) {
    this.masters = distinct(ranges.map(({ master }) => master));
    this.replicas = distinct(ranges.flatMap(({ replicas }) => replicas));
    const places = new Map(this.masters.map((master, index) => [nodeKey(master), index + 1]));
    for (const { from, to, master } of ranges) this.#owners.fill(places.get(nodeKey(master)) ?? nobody, from, to + 1);
    this.uncovered = this.#owners.reduce((count, owner) => (owner === nobody ? count + 1 : count), 0);
  }

  /** The master that has the slot. */
  ownerOf(slot: number): HostAndPort | undefined {
    return this.masters[(this.#owners[slot] ?? nobody) - 1];
  }

  /** Whether a slot has another owner here than there. */
  differsAt(slot: number, other: SlotMap): boolean {
    const [mine, theirs] = [this.ownerOf(slot), other.ownerOf(slot)];
    if (mine === undefined || theirs === undefined) return mine !== theirs;
    return mine.port !== theirs.port || mine.host !== theirs.host;
  }

  /** Whether every slot has the same owner here and there. */
  equals(other: SlotMap): boolean {
    return (
      this.masters.length === other.masters.length &&
      this.masters.every((master, index) => nodeKey(master) === nodeKey(other.masters[index] as HostAndPort)) &&
      Buffer.compare(asBytes(this.#owners), asBytes(other.#owners)) === 0
    );
  }
}

/**
 * Reads what CLUSTER SLOTS answers. What can't be read is left out, so that its slots count as uncovered.
 *
 * @param asked Who answered: an entry without a host means that one.
 * @param natMap From addresses that nodes announce to those that can be reached.
 * @see https://redis.io/docs/latest/commands/cluster-slots/
 */
export function readSlotMap(reply: unknown, asked: HostAndPort, natMap: NatMap | undefined): SlotMap {
  return new SlotMap(list(reply).flatMap((entry) => readRange(list(entry), asked, natMap) ?? []));
}

function readRange(
  [from, to, ...nodes]: readonly unknown[],
  asked: HostAndPort,
  natMap: NatMap | undefined,
): SlotRange | undefined {
  const [master, ...replicas] = nodes.map((node) => readNode(list(node), asked, natMap));
  const range = { from: Number(from), to: Number(to) };
  if (master === undefined || !isSlot(range.from) || !isSlot(range.to)) return undefined;
  return { ...range, master, replicas: replicas.filter((replica) => replica !== undefined) };
}

function readNode(
  [announced, port, , metadata]: readonly unknown[],
  asked: HostAndPort,
  natMap: NatMap | undefined,
): HostAndPort | undefined {
  const host = hostOf(announced, list(metadata), asked);
  if (host === undefined || !(Number(port) > 0)) return undefined;
  const node = { host, port: Number(port) };
  const mapped = typeof natMap === 'function' ? natMap(nodeKey(node)) : natMap?.[nodeKey(node)];
  return mapped ? { host: mapped.host, port: Number(mapped.port) } : node;
}

function hostOf(announced: unknown, metadata: readonly unknown[], asked: HostAndPort): string | undefined {
  const host = text(announced);
  if (host === '') return asked.host;
  if (host !== '?') return host;
  // It is to be reached by a host name, and has none: its address is among the rest.
  const at = metadata.findIndex((name) => text(name) === 'ip');
  return at < 0 ? undefined : text(metadata[at + 1]) || undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' || Buffer.isBuffer(value) ? value.toString() : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isSlot(slot: number): boolean {
  return Number.isInteger(slot) && slot >= 0 && slot < slotCount;
}

function distinct(nodes: readonly HostAndPort[]): readonly HostAndPort[] {
  const byKey = new Map(nodes.map((node) => [nodeKey(node), node]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, node]) => node);
}

function asBytes(numbers: Uint16Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
