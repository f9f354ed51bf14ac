import type { Company } from './company.js';
import { ConnectionCutter } from './connection-cutter.js';
import { RunFailure } from './run-failure.js';
import type { SubscriberName } from './subscribers.js';

/** Whom what happens to. */
export const killed: SubscriberName = 'review-board';
/** Whom what happens to. */
export const cutOff: SubscriberName = 'repository-activity';

const cuts = 4;

/** Kills a subscriber's process, starts another once the publisher has received so many deliveries, and tells of it. */
export async function killAndRestart(company: Company, restartAt: number, tell: (line: string) => void): Promise<void> {
  const { member, account } = company.subscribers[killed];
  await member.kill();
  tell(`review board          killed (SIGKILL); what it kept of ${account.receivedByProcess[0]} events died with it`);
  await company.received(restartAt);
  await company.restart(killed);
  tell(`review board          is back, as process ${company.subscribers[killed].member.pid}, and starts from nothing`);
}

/**
 * Cuts a subscriber's connection, and cuts it again when it is back: the bus then waits longer and longer before it connects,
 * so that something is missed also where a reconnect takes no time.
 *
 * @returns How often.
 */
export async function cutConnection(company: Company, tell: (line: string) => void): Promise<number> {
  const { place, waiting } = company;
  const { account } = company.subscribers[cutOff];
  using cutter = new ConnectionCutter(place);
  let done = 0;
  while (done < cuts) {
    const { reconnects } = account;
    try {
      if (!(await cutter.cut(`${place.name}:${cutOff}:subscriber`))) break;
    } catch (error) {
      if (!(error instanceof RunFailure)) throw error;
      // The rest of the run is worth seeing nevertheless.
      tell(`repository activity   connection not cut: ${error.message}`);
      return done;
    }
    if (done === 0) tell('repository activity   connection cut (CLIENT KILL), and again whenever it is back');
    done += 1;
    const what = 'repository activity was not connected again';
    await waiting.until(() => account.reconnects > reconnects, { what, ms: 15_000 });
  }
  tell(`repository activity   ${done === 0 ? 'has no connection to cut' : `is connected again, after ${done} cuts`}`);
  return done;
}
