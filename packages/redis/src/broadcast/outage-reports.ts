import type { TidingsError } from '@tidings/core';

/** Tells of an outage once, however many connections and attempts find out; and again if it turns into another. */
export class OutageReports {
  readonly #tell: (problem: TidingsError) => void;
  readonly #told = new Set<string>();

  constructor(tell: (problem: TidingsError) => void) {
    this.#tell = tell;
  }

  struggling(problem: TidingsError): void {
    if (this.#told.has(problem.code)) return;
    this.#told.add(problem.code);
    this.#tell(problem);
  }

  /** All is well. */
  over(): void {
    this.#told.clear();
  }
}
