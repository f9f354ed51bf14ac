import { execFile, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandHost } from './command-host.js';
import { RunningCommand } from './running-command.js';

const here: string = join(import.meta.dirname, '..');
const bin: string = join(here, 'bin', 'tidings.js');
const host: CommandHost = new CommandHost();

/** How a run of the command went. */
export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A contract package for one test, inside this one, so that its imports find the packages of the workspace. */
export class WorkspacePackage implements Disposable {
  readonly folder: string;

  /** @param folder Where, if not inside this package. */
  constructor(files: Readonly<Record<string, string>>, folder: string = folderInside()) {
    this.folder = folder;
    this.write('package.json', '{ "name": "@acme/shop", "type": "module" }');
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** Removes a folder and everything in it. */
  removeAll(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Makes a file or folder look older. */
  age(path: string, byMs: number): void {
    const time = new Date(Date.now() - byMs);
    utimesSync(join(this.folder, path), time, time);
  }

  /** The files of a folder, sorted. */
  list(path: string): readonly string[] {
    return readdirSync(join(this.folder, path)).sort();
  }

  /** Runs the built command in it, in a process that other runs share: a fraction of what a process of its own costs. */
  tidings(...args: readonly string[]): Promise<Run> {
    return host.run(args, this.folder);
  }

  /** Runs the built command in it as a user does, where a process of its own is what a test is about: its start, its end, its code. */
  tidingsAlone(...args: readonly string[]): Promise<Run> {
    return new Promise((resolve) => {
      execFile(process.execPath, [bin, ...args], { cwd: this.folder }, (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ exitCode, stdout, stderr });
      });
    });
  }

  /** Starts the built command in it, which goes on by itself. */
  start(...args: readonly string[]): RunningCommand {
    return new RunningCommand(spawn(process.execPath, [bin, ...args], { cwd: this.folder }));
  }

  /** Runs the built command in it, and sends a signal after some time. Resolves when it has ended. */
  interrupted(signal: NodeJS.Signals, afterMs: number, ...args: readonly string[]): Promise<void> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [bin, ...args], { cwd: this.folder, stdio: 'ignore' });
      const timer = setTimeout(() => child.kill(signal), afterMs);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Runs the built command in it, and kills it as soon as it has begun to write into a folder. */
  killedWhileWriting(output: string, ...args: readonly string[]): Promise<void> {
    return new Promise((resolve) => {
      const before = new Set(this.list(output));
      const child = spawn(process.execPath, [bin, ...args], { cwd: this.folder, stdio: 'ignore' });
      let ended = false;
      const look = (): void => {
        if (ended) return;
        const begun = this.list(output).some((name) => name.startsWith('.tidings-staging') && !before.has(name));
        if (begun) child.kill('SIGKILL');
        else setImmediate(look);
      };
      look();
      child.once('exit', () => {
        ended = true;
        resolve();
      });
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function folderInside(): string {
  mkdirSync(join(here, '.tidings'), { recursive: true });
  const folder = mkdtempSync(join(here, '.tidings', 'package-'));
  mkdirSync(join(folder, 'node_modules', '@tidings'), { recursive: true });
  symlinkSync(here, join(folder, 'node_modules', '@tidings', 'cli'));
  return folder;
}

/** A file that defines a channel. */
export function channelFile(exportName: string, channel: string, payload = 'z.object({ id: z.uuid() })'): string {
  return [
    "import { defineChannel } from '@tidings/core/define';",
    "import * as z from 'zod';",
    `export const ${exportName} = defineChannel('${channel}', ${payload});`,
    '',
  ].join('\n');
}
