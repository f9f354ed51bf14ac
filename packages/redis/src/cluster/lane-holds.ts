/** What can be held for a moment. */
export interface Holdable {
  readonly slot: number;
  /** How many reasons there are to hold it. */
  holds: number;
}

interface Hold<L> {
  readonly lanes: Set<L>;
  readonly concerns: (slot: number) => boolean;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Holds lanes back for a moment, so that whoever subscribes has followed a slot before who publishes does. */
export class LaneHolds<L extends Holdable> {
  readonly #released: (lanes: Iterable<L>) => void;
  readonly #holds = new Set<Hold<L>>();

  constructor(released: (lanes: Iterable<L>) => void) {
    this.#released = released;
  }

  /** Whether any lane is held. */
  get any(): boolean {
    for (const { lanes } of this.#holds) if (lanes.size > 0) return true;
    return false;
  }

  /**
   * Holds lanes for so long.
   *
   * @param concerns The slots whose lanes it concerns, if there are to be more of them meanwhile.
   */
  hold(ms: number, lanes: Iterable<L>, concerns: (slot: number) => boolean = () => false): void {
    const hold: Hold<L> = { lanes: new Set(lanes), concerns, timer: setTimeout(() => this.#release(hold), ms) };
    this.#holds.add(hold);
    for (const lane of hold.lanes) lane.holds += 1;
  }

  /** A new lane: it is held like others of its slot. */
  admit(lane: L): void {
    for (const { lanes, concerns } of this.#holds) {
      if (!concerns(lane.slot)) continue;
      lanes.add(lane);
      lane.holds += 1;
    }
  }

  /** Lets go of everything, without a word. */
  clear(): void {
    for (const { timer } of this.#holds) clearTimeout(timer);
    this.#holds.clear();
  }

  #release(hold: Hold<L>): void {
    this.#holds.delete(hold);
    for (const lane of hold.lanes) lane.holds -= 1;
    this.#released(hold.lanes);
  }
}
