import { LocalServer, type LocalServerPlan } from './local-server.js';

/** Servers that are stopped together. */
export class ServerGroup {
  readonly #servers: LocalServer[] = [];

  /** Starts them side by side. If one fails, the others still belong to the group, for `stop()`. */
  async start(plans: readonly LocalServerPlan[]): Promise<readonly LocalServer[]> {
    const outcomes = await Promise.allSettled(plans.map((plan) => LocalServer.start(plan)));
    const started: LocalServer[] = [];
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') started.push(outcome.value);
    this.#servers.push(...started);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    return started;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop()));
  }
}
