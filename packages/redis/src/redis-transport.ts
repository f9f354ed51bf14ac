import type { BroadcastSink, BroadcastTransport, BusTransport } from '@tidings/core/transport';
import type { LogServers } from './log/log-servers.js';
import { RedisLog, type RedisLogSettings } from './log/redis-log.js';

/** Broadcast, and the servers that it goes through. */
export interface LoggingBroadcast extends BroadcastTransport {
  /** The same servers, for a log. */
  readonly logServers: LogServers;
}

/** Broadcast and log through the same servers: the log is woken by what the bus subscribes to. */
export class RedisTransport implements BusTransport {
  readonly gathers: boolean;
  readonly log: RedisLog;
  readonly #broadcast: LoggingBroadcast;
  /** How many channels of the user's are open. */
  #open = 0;
  #sink: BroadcastSink | undefined;

  constructor(broadcast: LoggingBroadcast, settings: RedisLogSettings) {
    this.gathers = broadcast.gathers;
    this.#broadcast = broadcast;
    this.log = new RedisLog(broadcast.logServers, broadcast, settings, {
      writable: () => this.#sink?.writable(),
      failed: (error) => this.#sink?.failed(error),
    });
  }

  open(sink: BroadcastSink): Promise<void> | undefined {
    this.#sink = sink;
    const { wakeUps } = this.log;
    return this.#broadcast.open({
      frame: (channel, frame) => {
        if (isOurs(channel)) wakeUps.heard(channel, frame);
        else sink.frame(channel, frame);
      },
      status: (status, problem) => sink.status(status, problem),
      writable: () => sink.writable(),
      interrupted: (channel) => {
        if (channel === undefined || isOurs(channel)) wakeUps.missed(channel);
        if (channel === undefined ? this.#open > 0 : !isOurs(channel)) sink.interrupted(channel);
      },
      failed: (error) => sink.failed(error),
      warning: (message) => sink.warning(message),
    });
  }

  isWritable(channel: string): boolean {
    return this.#broadcast.isWritable(channel);
  }

  send(channel: string, frame: string): Promise<void> | undefined {
    return this.#broadcast.send(channel, frame);
  }

  async subscribe(channel: string): Promise<void> {
    this.#open += 1;
    try {
      await this.#broadcast.subscribe(channel);
    } catch (error) {
      this.#open -= 1;
      throw error;
    }
  }

  async unsubscribe(channel: string): Promise<void> {
    this.#open -= 1;
    await this.#broadcast.unsubscribe(channel);
  }

  async close(timeoutMs: number): Promise<void> {
    const begun = performance.now();
    await this.log.close(timeoutMs);
    this.#sink = undefined;
    await this.#broadcast.close(Math.max(1, timeoutMs - (performance.now() - begun)));
  }
}

/** Channels of the user's are words. */
function isOurs(channel: string): boolean {
  return channel.startsWith('{');
}
