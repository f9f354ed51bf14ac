import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keptFolder, type RedisServer, startRedis, until } from '@tidings/test-redis';
import { publishLibraries } from './library-packages.js';
import { LocalRegistry } from './local-registry.js';
import { type CommandResult, runCommand, startCommand } from './run-command.js';
import { teamEnv } from './team-env.js';
import { Transcript } from './transcript.js';

/** What is expected of a command. */
export interface Expected {
  /** Default 0. */
  readonly code?: number;
  /** What it must print. */
  readonly says?: RegExp | readonly RegExp[];
  /** Whether the transcript leaves out what it prints. */
  readonly silently?: boolean;
}

type StageParts = Pick<Stage, 'registry' | 'redis' | 'env' | 'libraries' | 'thorough'> & { readonly home: string };

const scopes = ['@rehearsal', '@tidings'];

/** The machine of the rehearsal: a registry, a Redis, and a home folder in which the team's repository and the services are. */
export class Stage implements AsyncDisposable {
  readonly registry: LocalRegistry;
  readonly redis: RedisServer;
  readonly transcript: Transcript = new Transcript();
  readonly env: NodeJS.ProcessEnv;
  /** The libraries that the registry has, such as `@tidings/core@0.1.0`. */
  readonly libraries: readonly string[];
  /** Whether the contract's own tests run, and services are compiled: that takes as long as everything else. */
  readonly thorough: boolean;
  readonly #home: string;

  private constructor(parts: StageParts) {
    this.registry = parts.registry;
    this.redis = parts.redis;
    this.env = parts.env;
    this.libraries = parts.libraries;
    this.thorough = parts.thorough;
    this.#home = parts.home;
    this.transcript.substitute(parts.home, '~');
    this.transcript.substitute(parts.registry.url, 'http://localhost:4873/');
    this.transcript.substitute(parts.registry.url.slice(0, -1), 'http://localhost:4873');
    this.transcript.substitute(new URL(parts.registry.url).host, 'localhost:4873');
  }

  /** Starts the servers, and publishes the libraries of this workspace to the registry. */
  static async set({ thorough }: { readonly thorough: boolean }): Promise<Stage> {
    const env = await teamEnv();
    const registry = await LocalRegistry.start(scopes);
    try {
      const libraries = await publishLibraries(registry, env);
      const redis = await startRedis({ config: { appendonly: 'yes' } });
      return new Stage({ registry, redis, env, libraries, thorough, home: await keptFolder() });
    } catch (error) {
      await registry.close();
      throw error;
    }
  }

  /** The path of a folder or file, given by its path in the home folder. */
  path(...parts: readonly string[]): string {
    return join(this.#home, ...parts);
  }

  /** Writes a file into the home folder. */
  write(path: string, content: string | object): void {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`);
  }

  /** Copies a file of `fixtures` into the home folder. */
  bring(fixture: string, path: string): void {
    this.write(path, readFileSync(join(import.meta.dirname, '..', 'fixtures', fixture), 'utf8'));
  }

  /** Runs a command line in a folder of the home folder, and writes it into the transcript. */
  async run(folder: string, line: string, expected: Expected = {}): Promise<CommandResult> {
    const result = await runCommand(line, { cwd: this.path(folder), env: this.env });
    const ending = result.code === 0 ? '' : `\n[exit code ${result.code}]`;
    this.transcript.command(`~/${folder}`, line, expected.silently ? '' : `${result.output.trimEnd()}${ending}`);
    check(line, result, expected);
    return result;
  }

  /** Like `run`, but kills the command, and all that it started, as soon as `enough` says so. */
  async runUntil(folder: string, line: string, enough: () => Promise<boolean>): Promise<CommandResult> {
    const command = startCommand(line, { cwd: this.path(folder), env: this.env });
    let ended = false;
    const result = command.ended.finally(() => {
      ended = true;
    });
    await until('it is enough', async () => (ended || (await enough()) ? true : undefined));
    command.kill();
    const { code, output } = await result;
    this.transcript.command(`~/${folder}`, line, `${output}\n[killed]`);
    if (code !== 137) throw new Error(`${line} ended with ${code} before it could be killed:\n${output}`);
    return { code, output };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.registry.close(), this.redis.stop()]);
  }
}

function check(line: string, { code, output }: CommandResult, { code: expected = 0, says = [] }: Expected): void {
  if (code !== expected) throw new Error(`${line} ended with ${code}, not with ${expected}. It printed:\n${output}`);
  const patterns = says instanceof RegExp ? [says] : says;
  for (const pattern of patterns) {
    if (!pattern.test(output)) throw new Error(`${line} did not say ${pattern}. It printed:\n${output}`);
  }
}
