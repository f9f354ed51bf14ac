import { TidingsError } from '@tidings/core';
import type { ServerFacts } from '../connection/server-facts.js';

/** Why what answered is no server that carries events; undefined if it is one. */
export function isNoServer(server: string, facts: ServerFacts | undefined): TidingsError | undefined {
  if (facts?.mode !== 'sentinel') return undefined;
  const message = `${server} is a Sentinel, not a Redis that carries events: give it as one of 'sentinels', with the master's name`;
  return new TidingsError('connection_failed', message);
}
