import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What it was measured on, and how busy it was: figures of a busy machine are good for ratios at most. */
export function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / 1_024 ** 3);
  const [load = 0] = loadavg();
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} × ${model}, ${memory} GB, load ${load.toFixed(1)}`;
}
