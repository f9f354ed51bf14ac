/** Something that ends once, and tells whoever waits for it. */
export class Ending {
  readonly #told = new Set<() => void>();
  #over = false;

  get over(): boolean {
    return this.#over;
  }

  end(): void {
    if (this.#over) return;
    this.#over = true;
    for (const tell of [...this.#told]) tell();
    this.#told.clear();
  }

  /** Calls back when it ends, at once if it has. Returns what takes that back. */
  onEnd(tell: () => void): () => void {
    if (this.#over) {
      tell();
      return () => {};
    }
    this.#told.add(tell);
    return () => this.#told.delete(tell);
  }
}
