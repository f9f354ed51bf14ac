import type { EventBus } from '@tidings/core';
import { pushEvents } from '@tidings/github';

/** What was pushed. */
export interface CommitLog {
  pushes: number;
  commits: number;
  readonly authors: Set<string>;
}

/** Reads pushes as an async iterable, until the bus closes. `finished` resolves after the last one. */
export async function readCommits(
  bus: EventBus,
): Promise<{ readonly log: CommitLog; readonly finished: Promise<void> }> {
  const log: CommitLog = { pushes: 0, commits: 0, authors: new Set() };
  const stream = pushEvents(bus);
  await stream.ready;
  const read = async () => {
    for await (const { data } of stream) {
      log.pushes += 1;
      log.commits += data.commits.length;
      for (const { author } of data.commits) log.authors.add(author.name);
    }
  };
  return { log, finished: read() };
}
