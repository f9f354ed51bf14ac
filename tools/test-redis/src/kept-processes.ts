import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Its input ends when this process does, however it does: by itself, by Ctrl-C or by SIGKILL. Each line is the whole list.
const watchdogScript = `
groups=
while read -r line; do groups=$line; done
for group in $groups; do kill -s KILL -- "-$group"; done
rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }
`;

/** What this process has started and must not leave behind. */
class KeptProcesses {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'tidings-redis-'));
  readonly #groups = new Set<number>();
  readonly #watchdog: ChildProcess;

  constructor() {
    // A group of its own, so that a Ctrl-C for the tests does not end it first.
    this.#watchdog = spawn('sh', ['-c', watchdogScript, 'sh', this.folder], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#watchdog.unref();
    const input = this.#watchdog.stdin;
    if (input instanceof Socket) input.unref();
    input?.on('error', () => {});
    // The watchdog would do it a moment later.
    process.once('exit', () => {
      for (const group of this.#groups) signalGroup(group, 'SIGKILL');
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    });
  }

  add(child: ChildProcess): void {
    const group = child.pid;
    if (group === undefined) return;
    this.#groups.add(group);
    this.#tell();
    child.once('exit', () => {
      this.#groups.delete(group);
      this.#tell();
    });
  }

  #tell(): void {
    this.#watchdog.stdin?.write(`${[...this.#groups].join(' ')}\n`);
  }
}

let kept: KeptProcesses | undefined;

/**
 * Starts a program that ends with this process at the latest, whatever ends this process. It leads a process group of its
 * own: signal it with `signalGroup`, so that what it forks is reached too.
 */
export function spawnKept(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  kept ??= new KeptProcesses();
  const child = spawn(program, args, { ...options, detached: true });
  kept.add(child);
  return child;
}

/** A new folder that is removed with this process at the latest. */
export function keptFolder(): Promise<string> {
  kept ??= new KeptProcesses();
  // Short: the path of a Unix socket in it must fit into some hundred bytes.
  return mkdtemp(join(kept.folder, 'r'));
}

/** Signals a process and what it forked. A process that has ended is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}
