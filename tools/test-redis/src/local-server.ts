import { rm, writeFile } from 'node:fs/promises';
import type { Redis } from 'ioredis';
import { freePort } from './free-port.js';
import { keptFolder } from './kept-processes.js';
import { type ClientOptions, OwnClients } from './own-clients.js';
import { configText, type RedisConfig } from './redis-config.js';
import { RedisProcess } from './redis-process.js';
import { programVersion, redisProgram } from './redis-program.js';
import type { RedisServer } from './redis-server.js';
import { type TlsServerKind, tlsFixtures } from './tls-fixtures.js';

/** What a server of this process is to be. */
export interface LocalServerPlan {
  readonly config: RedisConfig;
  readonly port?: number | undefined;
  readonly tls?: TlsServerKind | undefined;
  /** Arguments after the config file. */
  readonly args?: readonly string[];
  /** Whether it uses the port of the cluster bus too. */
  readonly bus?: boolean;
}

/** A server that this process has started. */
export class LocalServer implements RedisServer {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly version: string | undefined;
  readonly #plan: LocalServerPlan;
  readonly #process: RedisProcess;
  readonly #clients = new OwnClients();
  #frozen = false;

  private constructor(plan: LocalServerPlan, port: number, running: RedisProcess, version: string | undefined) {
    const { requirepass } = plan.config;
    const login = typeof requirepass === 'string' ? `:${encodeURIComponent(requirepass)}@` : '';
    this.host = plan.tls === undefined ? '127.0.0.1' : 'localhost';
    this.url = `${plan.tls === undefined ? 'redis' : 'rediss'}://${login}${this.host}:${port}`;
    this.port = port;
    this.version = version;
    this.#plan = plan;
    this.#process = running;
  }

  static async start(plan: LocalServerPlan): Promise<LocalServer> {
    const program = redisProgram();
    const version = await programVersion(program);
    for (let left = plan.port === undefined ? 5 : 1; ; left -= 1) {
      const port = plan.port ?? (await freePort(plan));
      const redis = new RedisProcess(program, plan.args ?? [], await keptFolder());
      const config = { ...basicConfig(port, redis), ...tlsConfig(port, plan.tls), ...plan.config };
      await writeFile(redis.configPath, configText(config));
      if (await redis.start()) return new LocalServer(plan, port, redis, version);
      const lastWords = await redis.lastWords();
      await rm(redis.folder, { recursive: true, force: true });
      if (lastWords.includes("'tls-port ")) {
        throw new Error(`${program} was built without TLS: name another in TIDINGS_REDIS_SERVER. ${lastWords}`);
      }
      // Somebody else may have taken the port meanwhile.
      if (left === 1) throw new Error(`${program} did not stay up on port ${port}. ${lastWords}`);
    }
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  client(options: ClientOptions = {}): Redis {
    return this.#clients.open(this.url, { ...this.#tlsOptions(), ...options });
  }

  kill(): Promise<void> {
    this.#frozen = false;
    return this.#process.kill();
  }

  async restart(): Promise<void> {
    await this.kill();
    for (let left = 5; left > 0; left -= 1) if (await this.#process.start()) return;
    throw new Error(`the server did not come back on port ${this.port}. ${await this.#process.lastWords()}`);
  }

  freeze(): void {
    this.#frozen = true;
    this.#process.signal('SIGSTOP');
  }

  thaw(): void {
    this.#frozen = false;
    this.#process.signal('SIGCONT');
  }

  async stop(): Promise<void> {
    this.#clients.closeAll();
    await this.kill();
    await rm(this.#process.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #tlsOptions(): ClientOptions {
    if (this.#plan.tls === undefined) return {};
    // The test's own commands get through whatever host the certificate names.
    return { tls: { ca: tlsFixtures.ca, checkServerIdentity: () => undefined } };
  }
}

function basicConfig(port: number, redis: RedisProcess): RedisConfig {
  return {
    port: String(port),
    bind: '127.0.0.1',
    dir: JSON.stringify(redis.folder),
    unixsocket: JSON.stringify(redis.socketPath),
    save: '',
    // Replicas are in sync at once instead of after five seconds.
    'repl-diskless-sync-delay': '0',
  };
}

function tlsConfig(port: number, kind: TlsServerKind | undefined): RedisConfig {
  if (kind === undefined) return {};
  const { certFile, keyFile } = tlsFixtures.servers[kind];
  return {
    port: '0',
    'tls-port': String(port),
    'tls-cert-file': JSON.stringify(certFile),
    'tls-key-file': JSON.stringify(keyFile),
    'tls-ca-cert-file': JSON.stringify(tlsFixtures.caFile),
    'tls-auth-clients': 'no',
  };
}
