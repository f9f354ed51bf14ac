import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, AnswerOf, ArgumentOf, Commands, Question } from './commands.js';

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** So much of what a process prints is kept, from its beginning and from its end. */
const mostKept = 2_000_000;

const running = new Set<{ signal(signal: NodeJS.Signals): void }>();
let watching = false;

/** A process of ours that is asked to do things. It ends with this one at the latest. */
export class Child<C extends Commands<C>> {
  readonly name: string;
  /** Resolves when it has ended. Never rejects. */
  readonly ended: Promise<Ending>;
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #questions = 0;
  #output = '';
  #ending: Ending | undefined;

  /** @param program The module that it runs, which calls `serve`. */
  constructor(name: string, program: URL) {
    this.name = name;
    // Without the arguments of whatever started us: a debugger's port, a test runner's loader.
    this.#process = fork(program, [], { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.ended = new Promise((resolve) => {
      this.#process.once('close', (code, signal) => resolve(this.#end({ code, signal })));
      this.#process.once('error', () => resolve(this.#end({ code: null, signal: null })));
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#print(text));
    }
    this.#process.on('message', (message) => this.#answered(message as Answer));
    running.add(this);
    if (!watching) process.once('exit', killAll);
    watching = true;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** How it ended, if it has. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** What it printed, on either stream. */
  get output(): string {
    return this.#output;
  }

  /** Asks it to do something. Rejects with what it throws, and if it ends before. */
  ask<K extends keyof C & string>(command: K, ...[argument]: Arguments<C[K]>): Promise<AnswerOf<C[K]>> {
    if (this.#ending !== undefined) return Promise.reject(this.#endedBefore(command));
    this.#questions += 1;
    const question: Question = { id: this.#questions, command, argument };
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(question.id, { resolve, reject });
      this.#process.send(question, (error) => {
        if (error !== null) this.#take(question.id)?.reject(this.#endedBefore(command));
      });
    }) as Promise<AnswerOf<C[K]>>;
  }

  /** Sends it a signal. */
  signal(signal: NodeJS.Signals): void {
    if (this.#ending === undefined) this.#process.kill(signal);
  }

  /** For one that ends by itself: waits for that, and ends it by force after `withinMs`. */
  async endsWithin(withinMs: number): Promise<Ending> {
    const timer = setTimeout(() => this.signal('SIGKILL'), withinMs);
    const ending = await this.ended;
    clearTimeout(timer);
    return ending;
  }

  /** Ends it by force. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  #print(text: string): void {
    this.#output += text;
    if (this.#output.length <= mostKept) return;
    const half = mostKept / 2;
    this.#output = `${this.#output.slice(0, half)}\n[…]\n${this.#output.slice(-half)}`;
  }

  #answered({ id, value, failure }: Answer): void {
    const waiting = this.#take(id);
    if (failure === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(`${this.name}: ${failure}`));
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #end(ending: Ending): Ending {
    this.#ending = ending;
    running.delete(this);
    for (const { reject } of this.#waiting.values()) reject(this.#endedBefore('an answer'));
    this.#waiting.clear();
    return ending;
  }

  #endedBefore(what: string): Error {
    const { code, signal } = this.#ending ?? {};
    const lastWords = this.#output.trimEnd().split('\n').slice(-12).join('\n');
    return new Error(
      `${this.name} ended (${signal ?? code ?? 'not started'}) before ${what}; it printed:\n${lastWords}`,
    );
  }
}

type Arguments<F> = [ArgumentOf<F>] extends [never]
  ? []
  : unknown extends ArgumentOf<F>
    ? []
    : [argument: ArgumentOf<F>];

function killAll(): void {
  for (const child of running) child.signal('SIGKILL');
}
