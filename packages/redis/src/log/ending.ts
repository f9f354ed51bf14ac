interface Listener {
  tell: (() => void) | undefined;
}

const leastToTidy = 32;

/** Something that ends once, and tells whoever waits for it. */
export class Ending {
  // A list, not a set: what comes and goes thousands of times a second would have a set make its table anew all the time, and old
  // tables keep what was in them from the collector of young objects.
  #listeners: Listener[] = [];
  #tidyAt = leastToTidy;
  #over = false;

  get over(): boolean {
    return this.#over;
  }

  end(): void {
    if (this.#over) return;
    this.#over = true;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const { tell } of listeners) tell?.();
  }

  /** Calls back when it ends, at once if it has. Returns what takes that back. */
  onEnd(tell: () => void): () => void {
    if (this.#over) {
      tell();
      return () => {};
    }
    if (this.#listeners.length >= this.#tidyAt) {
      this.#listeners = this.#listeners.filter((each) => each.tell !== undefined);
      this.#tidyAt = Math.max(leastToTidy, 2 * this.#listeners.length);
    }
    const listener: Listener = { tell };
    this.#listeners.push(listener);
    return () => {
      listener.tell = undefined;
    };
  }
}
