/** What a process can be asked: a function of one argument, at most, for each command. Travels as JSON. */
export type Commands<C> = Record<keyof C, (argument: never) => unknown>;

/** What a command takes. */
export type ArgumentOf<F> = F extends (argument: infer A) => unknown ? A : never;

/** What a command gives. */
export type AnswerOf<F> = F extends (argument: never) => infer R ? Awaited<R> : never;

/** A question to a process. */
export interface Question {
  readonly id: number;
  readonly command: string;
  readonly argument: unknown;
}

/** What it says to it. */
export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  /** Why there is none. */
  readonly failure?: string;
}
