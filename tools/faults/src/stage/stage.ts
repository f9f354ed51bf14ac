import { setTimeout as wait } from 'node:timers/promises';
import type { Strike } from '../ledger/figures.js';
import { nowMs } from '../process/now.js';
import { comesTrue } from '../process/until.js';
import type { Form } from '../rows/row.js';
import type { Cast } from './cast.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';

/** After this, events that do not flow again are given up. */
const mostRecoveryMs = 30_000;

/** Where a row strikes: servers under load, and those who take part. */
export class Stage<S extends Scene> {
  readonly form: Form;
  readonly scene: S;
  readonly cast: Cast;
  readonly secrets: Secrets;
  readonly strikes: Strike[] = [];
  readonly breaches: string[] = [];
  readonly measures: Record<string, number> = {};

  constructor(form: Form, scene: S, cast: Cast, secrets: Secrets) {
    this.form = form;
    this.scene = scene;
    this.cast = cast;
    this.secrets = secrets;
  }

  /** One of two numbers, by how much of the row is carried out. */
  pick(short: number, full: number): number {
    return this.form === 'short' ? short : full;
  }

  /** Carries a fault out, from its beginning to its end, and waits until our events flow again on every channel. */
  async fault(body: () => Promise<unknown>): Promise<void> {
    const from = nowMs();
    await body();
    const to = nowMs();
    this.strikes.push({ from, to });
    await this.cast.reachAll();
    await this.ourEventsFlow(to);
  }

  /** Waits until every subscriber of ours has received what was published after a moment, on every channel. */
  async ourEventsFlow(since: number): Promise<void> {
    const look = async (): Promise<boolean> => (await this.cast.progress('ours', since)).silentStreams === 0;
    if (!(await comesTrue(look, { withinMs: mostRecoveryMs }))) {
      this.breach(`events did not flow again within ${mostRecoveryMs / 1_000} s`);
    }
  }

  /** For a fault that lasts. */
  async lasts(ms: number): Promise<void> {
    await wait(ms);
  }

  /** Remembers the largest. */
  measure(name: string, value: number): void {
    this.measures[name] = Math.max(value, this.measures[name] ?? value);
  }

  /** A promise did not hold. */
  breach(what: string): void {
    this.breaches.push(what);
  }
}
