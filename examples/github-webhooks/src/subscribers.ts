import type { EventBus } from '@tidings/core';
import { readCommits } from './commit-log.js';
import { activityFindings, boardFindings, commitFindings } from './report.js';
import { watchRepositories } from './repository-activity.js';
import { keepReviewBoard } from './review-board.js';

/** Subscribes. What it returns tells what was found out, a line each, once the bus has closed. */
export type Subscribe = (bus: EventBus) => Promise<() => Promise<readonly string[]>>;

/** The names of the subscribers, also of their processes and connections. */
export type SubscriberName = 'repository-activity' | 'review-board' | 'commit-log';

/** All that subscribe, on whatever bus, in one process or each in its own. */
export const subscribers: Readonly<Record<SubscriberName, Subscribe>> = {
  'repository-activity': async (bus) => {
    const repositories = await watchRepositories(bus);
    return async () => activityFindings(repositories);
  },
  'review-board': async (bus) => {
    const board = await keepReviewBoard(bus);
    return async () => boardFindings(board);
  },
  'commit-log': async (bus) => {
    const { log, finished } = await readCommits(bus);
    return async () => {
      await finished;
      return commitFindings(log);
    };
  },
};
