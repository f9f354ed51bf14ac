/** How many digits change all the time. */
const tailDigits = 2;

/**
 * Writes numbers that count up: most have all but their last digits in common with the one before, and those are written once.
 * (Writing every one anew took a tenth of what an event costs its publisher.)
 */
export class RunningNumber {
  readonly #before: string;
  readonly #radix: number;
  readonly #headDigits: number;
  readonly #tails: readonly string[];
  #head = '';
  #headOf = Number.NaN;

  /**
   * @param before What stands before each.
   * @param digits How many each has at least.
   */
  constructor(before: string, radix: number, digits: number) {
    this.#before = before;
    this.#radix = radix;
    this.#headDigits = digits - tailDigits;
    this.#tails = Array.from({ length: radix ** tailDigits }, (_, n) => n.toString(radix).padStart(tailDigits, '0'));
  }

  /** A number, with what stands before it. */
  textOf(n: number): string {
    const head = Math.floor(n / this.#tails.length);
    if (head !== this.#headOf) {
      this.#headOf = head;
      const digits = head === 0 ? '' : head.toString(this.#radix);
      this.#head = this.#before + digits.padStart(this.#headDigits, '0');
    }
    return this.#head + this.#tails[n % this.#tails.length];
  }
}
