import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { sendCommand } from '../connection/long-command.js';
import { isReplyError } from '../errors/redis-failure.js';

/** What a script is given besides its keys. */
export type ScriptArgument = string | number | Buffer;

/** A Lua script: carried out by Redis as one step. It is sent by its digest, and in full to a server that does not know it yet. */
export class Script {
  /** Its text. */
  readonly source: string;
  /** What a message says is refused. */
  readonly command: string;
  readonly #digest: string;

  constructor(command: string, source: string) {
    this.command = command;
    this.source = source;
    this.#digest = createHash('sha1').update(source).digest('hex');
  }

  /** Runs it; texts come back as buffers. Rejects with what ioredis says. */
  async run(client: Redis, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown> {
    const given = [String(keys.length), ...keys, ...args];
    try {
      return await sendCommand(client, 'EVALSHA', [this.#digest, ...given]);
    } catch (error) {
      if (!isReplyError(error) || !error.message.startsWith('NOSCRIPT')) throw error;
    }
    return await sendCommand(client, 'EVAL', [this.source, ...given]);
  }
}
