import type { ChildProcess } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, keptFolder, signalGroup, spawnKept, until } from '@tidings/test-redis';
import { registryConfig, teamPassword } from './registry-config.js';

const program = fileURLToPath(new URL('../bin/verdaccio', import.meta.resolve('verdaccio')));

/**
 * A real npm registry (Verdaccio) on a loopback port, for the packages of some scopes. It has its files in a temporary folder,
 * and ends with this process at the latest. Everything else comes from the registry that the machine's own settings name: only
 * the scopes are pointed here, by the lines of `npmrc`.
 *
 * @example
 * ```ts
 * await using registry = await LocalRegistry.start(['@acme']);
 * await writeFile('.npmrc', registry.npmrc);
 * ```
 */
export class LocalRegistry implements AsyncDisposable {
  /** Such as `http://127.0.0.1:14873/`. */
  readonly url: string;
  /** The lines of an `.npmrc` that may read from it and publish to it. */
  readonly npmrc: string;
  readonly #process: RegistryProcess;

  private constructor(url: string, npmrc: string, process: RegistryProcess) {
    this.url = url;
    this.npmrc = npmrc;
    this.#process = process;
  }

  /** @throws if it does not answer within half a minute; the error has what it printed. */
  static async start(scopes: readonly string[]): Promise<LocalRegistry> {
    const process = new RegistryProcess(await keptFolder(), await freePort());
    await writeFile(join(process.folder, 'config.yaml'), registryConfig(scopes));
    try {
      await process.start();
      const token = await signIn(process.url);
      const lines = [
        ...scopes.map((scope) => `${scope}:registry=${process.url}`),
        `//${new URL(process.url).host}/:_authToken=${token}`,
      ];
      return new LocalRegistry(process.url, `${lines.join('\n')}\n`, process);
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  /** The versions of a package that it has. */
  async versionsOf(name: string): Promise<readonly string[]> {
    const response = await fetch(new URL(name.replace('/', '%2f'), this.url), { signal: AbortSignal.timeout(10_000) });
    if (response.status === 404) return [];
    const { versions }: { versions?: Readonly<Record<string, unknown>> } = JSON.parse(await response.text());
    return Object.keys(versions ?? {});
  }

  /** Takes it down; what was published is kept for `restart()`. */
  stop(): Promise<void> {
    return this.#process.stop();
  }

  /** Brings it back at the same address, with all that was published. */
  async restart(): Promise<void> {
    await this.#process.stop();
    await this.#process.start();
  }

  /** Takes it down, and removes its files. */
  async close(): Promise<void> {
    await this.#process.stop();
    await rm(this.#process.folder, { recursive: true, force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

class RegistryProcess {
  readonly folder: string;
  readonly url: string;
  #running: { readonly child: ChildProcess; readonly ended: Promise<void> } | undefined;
  #printed = '';

  constructor(folder: string, port: number) {
    this.folder = folder;
    this.url = `http://127.0.0.1:${port}/`;
  }

  async start(): Promise<void> {
    const args = [program, '--config', join(this.folder, 'config.yaml'), '--listen', new URL(this.url).host];
    const child = spawnKept(process.execPath, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed = (this.#printed + text).slice(-10_000);
      });
    }
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    const running = { child, ended };
    this.#running = running;
    void ended.then(() => {
      if (this.#running === running) this.#running = undefined;
    });
    try {
      await until('the registry answers', () => this.#answers());
    } catch (error) {
      await this.stop();
      throw new Error(`the registry did not start. It printed:\n${this.#printed}`, { cause: error });
    }
    if (this.#running === undefined) throw new Error(`the registry ended at once. It printed:\n${this.#printed}`);
  }

  /** Whether to wait no longer: it answers, or it has ended. */
  async #answers(): Promise<true | undefined> {
    if (this.#running === undefined) return true;
    const { ok } = await fetch(new URL('-/ping', this.url), { signal: AbortSignal.timeout(2_000) });
    return ok ? true : undefined;
  }

  async stop(): Promise<void> {
    if (this.#running === undefined) return;
    const { child, ended } = this.#running;
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    await ended;
  }
}

/** Makes the registry's one user, and gives the token that publishing takes. */
async function signIn(url: string): Promise<string> {
  const response = await fetch(new URL('-/user/org.couchdb.user:team', url), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'team', password: teamPassword }),
    signal: AbortSignal.timeout(10_000),
  });
  const answer: { token?: string } = JSON.parse(await response.text());
  if (answer.token === undefined) throw new Error(`the registry let nobody sign in: ${response.status}`);
  return answer.token;
}
