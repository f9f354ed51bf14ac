import type { EventBus } from '@tidings/core';
import { subscribeIssueComment, subscribePullRequest, subscribePullRequestReview } from '@tidings/github';

/** Where reviews stand. */
export interface ReviewBoard {
  /** Pull requests that are open. */
  readonly open: Set<string>;
  /** How many reviews each person or team was asked for. */
  readonly asked: Map<string, number>;
  /** How long closed pull requests had been open, in milliseconds. */
  readonly openForMs: number[];
  /** How many reviews gave which verdict. */
  readonly verdicts: Map<string, number>;
  /** How many comments each person wrote on issues and pull requests. */
  readonly commenters: Map<string, number>;
}

/** A subscriber to what concerns reviewers. */
export async function keepReviewBoard(bus: EventBus): Promise<ReviewBoard> {
  const board: ReviewBoard = {
    open: new Set(),
    asked: new Map(),
    openForMs: [],
    verdicts: new Map(),
    commenters: new Map(),
  };

  await subscribePullRequest(bus, ({ data }) => {
    const name = `${data.repository.full_name}#${data.number}`;
    if (data.action === 'closed') {
      board.open.delete(name);
      // Both are Dates here; on the wire they are strings.
      board.openForMs.push(data.pull_request.closed_at.getTime() - data.pull_request.created_at.getTime());
      return;
    }
    board.open.add(name);
    if (data.action === 'review_requested') {
      add(board.asked, data.requested_reviewer?.login ?? data.requested_team?.slug ?? 'somebody');
    }
  });

  await subscribePullRequestReview(bus, ({ data }) => {
    if (data.action !== 'edited') add(board.verdicts, data.review.state);
  });

  await subscribeIssueComment(bus, ({ data }) => {
    if (data.action === 'created') add(board.commenters, data.comment.user.login);
  });

  return board;
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
