import { readFileSync } from 'node:fs';

/** Whether a process runs. One that has ended does not, also if nobody has asked how yet (in a container without an init). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    // Not on Linux; or it has ended since.
    return process.platform !== 'linux';
  }
}
