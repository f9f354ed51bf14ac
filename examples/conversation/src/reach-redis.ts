import { messageSent } from '@tidings/conversation';
import { isTidingsError, type TidingsError } from '@tidings/core';
import { type MeetingPlace, openBus } from './open-bus.js';
import { RunFailure } from './run-failure.js';

/** Looks whether a durable channel can be had there, before processes are started. @throws RunFailure that says what to do */
export async function reachRedis(place: MeetingPlace): Promise<void> {
  // A person is waiting: an address that does not answer is told after two attempts, so after 3 s.
  const bus = openBus(place, 'main', { connectTimeoutMs: 1_500, subscribeTimeoutMs: 5_000 });
  try {
    await new Promise<void>((resolve, reject) => {
      bus.on('error', reject);
      bus
        .admin(messageSent)
        .groups()
        .then(() => resolve(), reject);
    });
  } catch (error) {
    if (!isTidingsError(error)) throw error;
    throw new RunFailure(error.message, adviceFor(error, new URL(place.address)));
  } finally {
    await bus.close({ timeoutMs: 500 });
  }
}

function adviceFor(error: TidingsError, { protocol, hostname, port }: URL): readonly string[] {
  const isHere = protocol === 'redis:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
  if (error.code !== 'connection_failed' || !isHere) return [];
  return [
    `To start one here: docker run --rm -p ${port || 6379}:6379 redis`,
    'Without Redis: leave --redis out, and all is in one process',
  ];
}
