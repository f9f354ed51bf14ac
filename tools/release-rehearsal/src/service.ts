import type { ChildProcess } from 'node:child_process';
import { signalGroup, spawnKept, until } from '@tidings/test-redis';
import { toolVersion } from './library-packages.js';
import type { Stage } from './stage.js';

/** A service outside of the team's repository: a program that has installed some version of the contract, on the one Redis. */
export class Service implements AsyncDisposable {
  /** The group that it is a member of, which is what it is called too. */
  readonly name: string;
  readonly #stage: Stage;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #lines: string[] = [];

  private constructor(stage: Stage, name: string, folder: string) {
    this.#stage = stage;
    this.name = name;
    const env = { ...stage.env, EVENTS_URL: stage.redis.url, GROUP: name };
    this.#child = spawnKept(process.execPath, ['service.ts'], { cwd: stage.path(folder), env, stdio: 'pipe' });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      let rest = '';
      stream?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        this.#lines.push(...lines);
      });
    }
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', () => resolve());
    });
  }

  /** Installs a version of the contract with npm, as every service would. */
  static async install(stage: Stage, folder: string, contract: string, program: string): Promise<void> {
    const compiler = stage.thorough ? { devDependencies } : {};
    stage.write(`${folder}/package.json`, { name: folder, private: true, type: 'module', ...compiler });
    stage.write(`${folder}/.npmrc`, stage.registry.npmrc);
    stage.write(`${folder}/tsconfig.json`, { compilerOptions, include: ['*.ts'] });
    stage.bring('service/service.ts', `${folder}/service.ts`);
    stage.bring(`service/${program}`, `${folder}/publish-both.ts`);
    await stage.run(folder, `npm install --silent ${contract} @tidings/core @tidings/redis zod`);
    if (stage.thorough) await stage.run(folder, 'npx tsc');
  }

  /** Starts the program of a folder, and waits until it has subscribed. */
  static async start(stage: Stage, name: string, folder: string): Promise<Service> {
    const service = new Service(stage, name, folder);
    await service.says(/^ready$/);
    return service;
  }

  /** Has it publish one event of each channel. */
  publish(): void {
    this.#child.stdin?.write('publish\n');
    this.#stage.transcript.lines(`${this.#label}publishes order.placed and order.paid`);
  }

  /** Waits until it says what it is expected to, and writes that into the transcript. Lines may come in any order. */
  async says(pattern: RegExp): Promise<void> {
    try {
      const line = await until(`${this.name} says ${pattern}`, async () => this.#take(pattern));
      this.#stage.transcript.lines(`${this.#label}${line}`);
    } catch (error) {
      throw new Error(`${this.name} did not say ${pattern}, but:\n${this.#lines.join('\n')}`, { cause: error });
    }
  }

  /** What it has said and nobody waited for. */
  get unexpected(): readonly string[] {
    return this.#lines;
  }

  /** Ends it as an orderly service ends: it hands back what it holds. */
  async close(): Promise<void> {
    this.#child.stdin?.end();
    const timer = setTimeout(() => {
      if (this.#child.pid !== undefined) signalGroup(this.#child.pid, 'SIGKILL');
    }, 15_000);
    await this.#ended;
    clearTimeout(timer);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #take(pattern: RegExp): string | undefined {
    const found = this.#lines.findIndex((line) => pattern.test(line));
    return found < 0 ? undefined : this.#lines.splice(found, 1)[0];
  }

  get #label(): string {
    return `${this.name.padEnd(12)}| `;
  }
}

const devDependencies = { typescript: toolVersion('typescript'), '@types/node': '24' };

const compilerOptions = {
  noEmit: true,
  strict: true,
  target: 'es2023',
  module: 'nodenext',
  lib: ['es2023', 'esnext.disposable'],
  types: ['node'],
  allowImportingTsExtensions: true,
};
