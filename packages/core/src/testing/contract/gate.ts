/** Something that a handler can wait for, opened by the test. */
export class Gate {
  /** Resolves when the gate is opened. */
  readonly passed: Promise<void>;
  #open: () => void = () => {};

  constructor() {
    this.passed = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /** Lets everybody through, now and later. */
  open(): void {
    this.#open();
  }
}
