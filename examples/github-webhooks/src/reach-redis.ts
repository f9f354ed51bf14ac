import { isTidingsError, type TidingsError } from '@tidings/core';
import { openBus } from './open-bus.js';
import type { MeetingPlace } from './processes/messages.js';
import { quiet } from './quiet-channel.js';
import { RunFailure } from './run-failure.js';

/** Looks whether a bus can be had there, before processes are started. @throws RunFailure that says what to do */
export async function reachRedis({ address, prefix, name }: MeetingPlace): Promise<void> {
  // A person is waiting: an address that does not answer is told after two attempts, so after 3 s.
  const patience = { connectTimeoutMs: 1_500, subscribeTimeoutMs: 5_000 };
  const bus = openBus(address, { prefix, name: `${name}:main`, ...patience });
  try {
    await new Promise<void>((resolve, reject) => {
      bus.on('error', reject);
      bus.subscribe(quiet, () => {}).then(() => resolve(), reject);
    });
  } catch (error) {
    if (!isTidingsError(error)) throw error;
    throw new RunFailure(error.message, adviceFor(error, new URL(address)));
  } finally {
    await bus.close({ timeoutMs: 500 });
  }
}

function adviceFor(error: TidingsError, { protocol, hostname, port }: URL): readonly string[] {
  const isHere = protocol === 'redis:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
  if (error.code !== 'connection_failed' || !isHere) return [];
  return [`To start one here: docker run --rm -p ${port || 6379}:6379 redis`, 'Without Redis: --bus memory'];
}
