import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkspacePackage } from './workspace-package.js';

const cli: string = join(import.meta.dirname, '..');
const modules: string = join(cli, 'node_modules');

/** A contract package in a git repository of its own, with changesets, as somebody who releases one has it. */
export class ReleaseWorkspace extends WorkspacePackage {
  constructor(files: Readonly<Record<string, string>>) {
    super(
      {
        'package.json': '{ "name": "@acme/shop", "version": "0.0.0", "type": "module" }\n',
        '.gitignore': 'node_modules\n',
        '.changeset/config.json': '{}\n',
        ...files,
      },
      emptyFolder(),
    );
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.email', 'someone@example.com');
    this.git('config', 'user.name', 'Someone');
    this.commit();
  }

  /** Commits everything. */
  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'x');
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Releases what is there, without a registry: what `changeset version` and `tidings lock` leave behind. */
  async release(version: string): Promise<void> {
    this.write('package.json', `{ "name": "@acme/shop", "version": "${version}", "type": "module" }\n`);
    const { exitCode, stderr } = await this.tidings('lock');
    if (exitCode !== 0) throw new Error(stderr);
    this.commit();
  }
}

/** Outside of the workspace, whose changesets are others. */
function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tidings-release-')));
  mkdirSync(join(folder, 'node_modules', '@tidings'), { recursive: true });
  for (const name of ['@tidings/core', 'zod']) {
    symlinkSync(join(modules, name), join(folder, 'node_modules', name));
  }
  symlinkSync(cli, join(folder, 'node_modules', '@tidings', 'cli'));
  return folder;
}
