import { isReplyError } from '../errors/redis-failure.js';

/**
 * What makes it worth to try again: `unsent`, nothing was sent; `lost`, the connection was lost before an answer; `moved`, another
 * server has the tag; `replica`, the server is no master; `busy`, it can't for the moment.
 */
export type Setback = 'unsent' | 'lost' | 'moved' | 'replica' | 'busy';

const answers: Readonly<Record<string, Setback>> = {
  MOVED: 'moved',
  ASK: 'busy',
  TRYAGAIN: 'busy',
  CLUSTERDOWN: 'moved',
  READONLY: 'replica',
  MASTERDOWN: 'replica',
  LOADING: 'busy',
  BUSY: 'busy',
  NOREPLICAS: 'busy',
};

/** What kind of setback it is that a command failed; undefined if the server refused it for good. */
export function setbackOf(error: unknown): Setback | undefined {
  if (isReplyError(error)) return answers[/^[A-Z]+/.exec(error.message)?.[0] ?? ''];
  return error instanceof Error && error.message.startsWith("Stream isn't writeable") ? 'unsent' : 'lost';
}
