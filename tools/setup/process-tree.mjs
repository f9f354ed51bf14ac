import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Signals a process and all that it started. Shells and script runners in between often don't pass signals on.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalTree(pid, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  const parents = parentsByPid();
  /** @type {number[]} */
  const tree = [pid];
  for (const each of tree) tree.push(...[...parents].filter(([, parent]) => parent === each).map(([child]) => child));
  for (const each of tree) {
    try {
      process.kill(each, signal);
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

/** @returns {Map<number, number>} */
function parentsByPid() {
  if (process.platform !== 'linux') return pairs(spawnSync('ps', ['-A', '-o', 'pid=,ppid=']).stdout.toString());
  // Slim containers have no ps.
  const lines = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
      } catch {
        return '';
      }
    });
  return pairs(lines.join('\n'));
}

/** @param {string} text */
function pairs(text) {
  return new Map([...text.matchAll(/(\d+) +(\d+)/g)].map(([, pid, parent]) => [Number(pid), Number(parent)]));
}
