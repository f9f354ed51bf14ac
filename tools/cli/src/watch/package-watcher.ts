import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, isAbsolute, relative } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { isGenerated, type OutputFolders } from '../config/output-folders.js';
import type { ChangeQueue } from './change-queue.js';

const codeFile = /\.(?:[cm]?[jt]sx?|json)$/;

/** Watches the files of a package, and others that its definitions lead to. */
export class PackageWatcher implements AsyncDisposable {
  readonly #root: string;
  readonly #watcher: FSWatcher;
  /** The folders that are generated: what happens there is our own doing. */
  generated: OutputFolders = { output: 'src/generated', spec: 'spec' };

  private constructor(root: string, changes: ChangeQueue, failed: (error: unknown) => void) {
    this.#root = root;
    this.#watcher = watch(root, { ignoreInitial: true, ignored: (path) => this.#isIgnored(path) });
    const note = (path: string, isEdit: boolean): void => {
      if (codeFile.test(path) && !this.#isIgnored(path)) changes.add({ path, isEdit });
    };
    this.#watcher.on('add', (path) => note(path, false));
    this.#watcher.on('unlink', (path) => note(path, false));
    this.#watcher.on('change', (path) => note(path, true));
    this.#watcher.on('error', failed);
  }

  /** Resolves once no change can be missed. */
  static async open(root: string, changes: ChangeQueue, failed: (error: unknown) => void): Promise<PackageWatcher> {
    const watcher = new PackageWatcher(root, changes, failed);
    await once(watcher.#watcher, 'ready');
    return watcher;
  }

  /** Watches those of some files that are there, and not in the package. */
  alsoWatch(files: readonly string[]): void {
    this.#watcher.add(files.filter((file) => this.#inside(file) === undefined && existsSync(file)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#watcher.close();
  }

  #isIgnored(path: string): boolean {
    const inside = this.#inside(path);
    if (inside === undefined) return false;
    if (isGenerated(inside, this.generated)) return true;
    return ['node_modules', '.git'].includes(basename(inside)) || /(?:^|\/)(?:node_modules|\.git)\//.test(inside);
  }

  /** The path as the package sees it; undefined if it is not in there. */
  #inside(path: string): string | undefined {
    const inside = relative(this.#root, path).replaceAll('\\', '/');
    return inside.startsWith('../') || inside === '..' || isAbsolute(inside) ? undefined : inside;
  }
}
