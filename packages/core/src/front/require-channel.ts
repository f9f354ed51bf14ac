import type { AnyChannel } from '../channel/channel.js';
import { described, refuse } from './option-checks.js';

/** Refuses what is no channel. @throws TidingsError `invalid_option`, saying what it is instead. */
export function requireChannel(channel: unknown): asserts channel is AnyChannel {
  if (typeof channel === 'object' && channel !== null && '~codec' in channel) return;
  const hint = channel === undefined ? ' (if it is imported: do two modules import each other?)' : '';
  refuse('this channel', [
    `expected what defineChannel returns, or a channel of a generated client, got ${described(channel)}${hint}`,
  ]);
}
