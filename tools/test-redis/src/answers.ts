import { createConnection } from 'node:net';

/** Whether the Redis behind a Unix socket answers and has loaded its data. */
export function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    const settle = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(2_000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    // That a password is missing is an answer too.
    socket.once('data', (reply) => settle(!reply.toString().startsWith('-LOADING')));
  });
}
