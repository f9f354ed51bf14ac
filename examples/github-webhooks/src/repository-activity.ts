import type { EventBus } from '@tidings/core';
import { createGithubEvents } from '@tidings/github';

/** What happened in a repository. */
export interface Activity {
  events: number;
  /** The people and bots who did it. */
  readonly people: Set<string>;
}

/** A subscriber to everything that GitHub tells. */
export async function watchRepositories(bus: EventBus): Promise<ReadonlyMap<string, Activity>> {
  const repositories = new Map<string, Activity>();
  // The pattern stands for all channels of the contract: the event is the union of theirs.
  await createGithubEvents(bus).subscribe('github.*', ({ data }) => {
    // A ping may come from an organization, so its repository and sender are optional, and so are the union's.
    const { repository, sender } = data;
    if (repository === undefined) return;
    const activity = repositories.get(repository.full_name) ?? { events: 0, people: new Set() };
    activity.events += 1;
    if (sender !== undefined) activity.people.add(sender.login);
    repositories.set(repository.full_name, activity);
  });
  return repositories;
}
