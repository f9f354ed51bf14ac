import type { Socket } from 'node:net';

// As much as a proxied connection may hold back for a delay before it stops reading.
const roomForLate = 1_048_576;

/** Bytes that are due later; without bytes, the end of the stream. */
interface Late {
  readonly due: number;
  readonly chunk: Buffer | undefined;
}

/** One direction of a proxied connection: what arrives is passed on, at once or after a delay, or swallowed. */
export class OneWay {
  /** Set once anything was swallowed, even an end: what follows in the stream would make no sense. */
  broken = false;
  readonly #from: Socket;
  readonly #to: Socket;
  #swallows = false;
  #delayMs = 0;
  #late: Late[] = [];
  #lateBytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(from: Socket, to: Socket) {
    this.#from = from;
    this.#to = to;
    from.on('data', (chunk) => this.#take(chunk));
    from.on('end', () => this.#take(undefined));
    from.on('close', () => {
      if (this.#swallows) this.broken = true;
    });
    to.on('drain', () => this.#regulate());
    to.on('close', () => this.#dropLate());
  }

  get swallows(): boolean {
    return this.#swallows;
  }

  set(swallows: boolean, delayMs: number): void {
    this.#swallows = swallows;
    this.#delayMs = delayMs;
    if (swallows && this.#late.length > 0) {
      this.broken = true;
      this.#dropLate();
    }
    this.#regulate();
  }

  #take(chunk: Buffer | undefined): void {
    if (this.#swallows) {
      this.broken = true;
      return;
    }
    if (this.#delayMs === 0 && this.#late.length === 0) {
      this.#pass(chunk);
    } else {
      this.#late.push({ due: performance.now() + this.#delayMs, chunk });
      this.#lateBytes += chunk?.length ?? 0;
      this.#timer ??= setTimeout(() => this.#passDue(), this.#delayMs);
    }
    this.#regulate();
  }

  #passDue(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (let next = this.#late[0]; next !== undefined; next = this.#late[0]) {
      // Timers are a little early at times; what is due within a millisecond goes too.
      if (next.due > now + 1) {
        this.#timer = setTimeout(() => this.#passDue(), next.due - now);
        break;
      }
      this.#late.shift();
      this.#lateBytes -= next.chunk?.length ?? 0;
      this.#pass(next.chunk);
    }
    this.#regulate();
  }

  #pass(chunk: Buffer | undefined): void {
    if (this.#to.destroyed || this.#to.writableEnded) return;
    if (chunk === undefined) this.#to.end();
    else this.#to.write(chunk);
  }

  /** Reads no faster than the other side takes it. */
  #regulate(): void {
    const full = this.#to.writableNeedDrain || this.#lateBytes > roomForLate;
    if (full && !this.#swallows) this.#from.pause();
    else this.#from.resume();
  }

  #dropLate(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#late = [];
    this.#lateBytes = 0;
  }
}
