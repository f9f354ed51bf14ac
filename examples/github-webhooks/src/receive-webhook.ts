import { decodeData, type EventBus, type PublishedEvent } from '@tidings/core';
import {
  checkRun,
  createRef,
  deleteRef,
  deploymentStatus,
  fork,
  issueComment,
  issues,
  ping,
  publishCheckRun,
  publishCreateRef,
  publishDeleteRef,
  publishDeploymentStatus,
  publishFork,
  publishIssueComment,
  publishIssues,
  publishPing,
  publishPullRequest,
  publishPullRequestReview,
  publishPush,
  publishRelease,
  publishStar,
  publishWatch,
  publishWorkflowRun,
  pullRequest,
  pullRequestReview,
  push,
  release,
  star,
  watch,
  workflowRun,
} from '@tidings/github';

type Receive = (bus: EventBus, body: unknown) => Promise<PublishedEvent>;

/** What a service does with the body of a request from GitHub, by the header `X-GitHub-Event`. */
const receivers: Readonly<Record<string, Receive>> = {
  check_run: (bus, body) => publishCheckRun(bus, decodeData(checkRun, body)),
  create: (bus, body) => publishCreateRef(bus, decodeData(createRef, body)),
  delete: (bus, body) => publishDeleteRef(bus, decodeData(deleteRef, body)),
  deployment_status: (bus, body) => publishDeploymentStatus(bus, decodeData(deploymentStatus, body)),
  fork: (bus, body) => publishFork(bus, decodeData(fork, body)),
  issue_comment: (bus, body) => publishIssueComment(bus, decodeData(issueComment, body)),
  issues: (bus, body) => publishIssues(bus, decodeData(issues, body)),
  ping: (bus, body) => publishPing(bus, decodeData(ping, body)),
  pull_request: (bus, body) => publishPullRequest(bus, decodeData(pullRequest, body)),
  pull_request_review: (bus, body) => publishPullRequestReview(bus, decodeData(pullRequestReview, body)),
  push: (bus, body) => publishPush(bus, decodeData(push, body)),
  release: (bus, body) => publishRelease(bus, decodeData(release, body)),
  star: (bus, body) => publishStar(bus, decodeData(star, body)),
  watch: (bus, body) => publishWatch(bus, decodeData(watch, body)),
  workflow_run: (bus, body) => publishWorkflowRun(bus, decodeData(workflowRun, body)),
};

/** The events that have a channel. */
export const receivedEvents: readonly string[] = Object.keys(receivers);

/**
 * Checks what GitHub posted and publishes it on its channel.
 *
 * @throws TidingsError `invalid_payload` if it is not what its event should be.
 */
export async function receiveWebhook(bus: EventBus, event: string, body: unknown): Promise<PublishedEvent> {
  const receive = receivers[event];
  if (receive === undefined) throw new RangeError(`no channel for the event ${event}`);
  return receive(bus, body);
}
