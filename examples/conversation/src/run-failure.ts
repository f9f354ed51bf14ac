/** What ends a run and is nobody's bug: its message is a sentence, without a stack trace. */
export class RunFailure extends Error {
  /** What to do about it, or details, on lines of their own. */
  readonly advice: string;

  constructor(message: string, advice: readonly string[] = []) {
    super(/[.?]$/.test(message) ? message : `${message}.`);
    this.advice = advice.map((line) => `\n${line}`).join('');
  }
}
