import { TidingsError } from '../errors/tidings-error.js';

/** What a publish rejects with whose signal fired before anything was sent. */
export function abortedPublish(channel: string, signal: AbortSignal): TidingsError {
  const message = `nothing was published on '${channel}': its signal was aborted`;
  return new TidingsError('aborted', message, { channel, cause: signal.reason });
}
