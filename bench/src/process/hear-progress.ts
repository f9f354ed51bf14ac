import { once } from 'node:events';
import { connect } from 'node:net';
import { Progress } from './progress.js';

/** Progress that another process tells. */
export interface HeardProgress {
  readonly progress: Progress;
  close(): void;
}

/** Hears from the process that listens at a port of `tellProgress` how many events have arrived there. */
export async function hearProgress(port: number): Promise<HeardProgress> {
  const progress = new Progress();
  const socket = connect(port, '127.0.0.1').setEncoding('utf8').setNoDelay();
  await once(socket, 'connect');
  let rest = '';
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    const latest = lines.at(-1);
    if (latest !== undefined) progress.reached(Number(latest));
  });
  return { progress, close: () => void socket.destroy() };
}
