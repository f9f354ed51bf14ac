import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Where a process tells how many events have arrived. */
export interface ToldProgress {
  /** Where others hear it. */
  readonly port: number;
  /** As many have arrived by now. */
  reached(count: number): void;
  /** Tells the last of it, and ends that. */
  close(): void;
}

const quietMs = 20;

/**
 * Tells other processes how many events have arrived, so that nobody sends more than can be on their way without loss: no library
 * that takes part does that for a broadcast.
 *
 * @param every After how many events it is told at once; the rest within 20 ms.
 */
export async function tellProgress(every: number): Promise<ToldProgress> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.setNoDelay();
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let arrived = 0;
  let told = 0;
  const tell = (): void => {
    if (told === arrived) return;
    told = arrived;
    for (const socket of sockets) socket.write(`${arrived}\n`);
  };
  const timer = setInterval(tell, quietMs);
  return {
    port: (server.address() as AddressInfo).port,
    reached: (count) => {
      arrived = count;
      if (arrived - told >= every) tell();
    },
    close: () => {
      clearInterval(timer);
      tell();
      server.close();
      for (const socket of sockets) socket.end();
    },
  };
}
