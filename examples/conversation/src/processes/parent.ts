import { on } from 'node:events';
import { isTidingsError } from '@tidings/core';
import type { Order, Report } from './messages.js';

/** The main process, as one that it has started sees it. */
export class Parent {
  readonly #messages = on(process, 'message');

  constructor() {
    // Without it there is nothing to do, whatever has become of it.
    process.on('disconnect', () => process.exit());
    // Ctrl-C reaches all processes of a terminal: the main one answers it, and ends the others.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  }

  /** Waits for its next order, which must be of this kind. */
  async order<K extends Order['kind']>(kind: K): Promise<Extract<Order, { readonly kind: K }>> {
    const { value } = await this.#messages.next();
    const [order] = value as [Order];
    if (order.kind !== kind) throw new Error(`expected the order '${kind}', got '${order.kind}'`);
    return order as Extract<Order, { readonly kind: K }>;
  }

  /** Tells it something. Resolves once that is on its way. */
  tell(report: Report): Promise<void> {
    return new Promise((resolve) => {
      // It may be gone; then this process is about to end too.
      process.send?.(report, undefined, undefined, () => resolve());
    });
  }
}

/** Runs a process that the main one has started. What the bus refuses is told; whatever else is thrown is a crash. */
export async function runForParent(main: (parent: Parent) => Promise<void>): Promise<void> {
  const parent = new Parent();
  try {
    await main(parent);
  } catch (error) {
    if (!isTidingsError(error)) throw error;
    await parent.tell({ kind: 'failed', message: error.message });
    process.exitCode = 1;
  }
  process.disconnect();
}
