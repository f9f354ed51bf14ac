import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Somebody pressed Ctrl-C, or the like. */
export class Interruption extends Error {
  /** What the process ends with. */
  readonly exitCode: number;

  constructor(signal: (typeof signals)[number]) {
    super(`${signal} was received.`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** Tells of the first interruption, so that a run can clear up; the second one ends the process as usual. */
export function onInterruption(listener: (interruption: Interruption) => void): void {
  for (const signal of signals) process.once(signal, () => listener(new Interruption(signal)));
}
