import { createServer } from 'node:net';

// Below the range from which systems take the ports of outgoing connections: a client that tries to reconnect to a port
// in that range can get connected to itself, and then a killed server can't have its port back. A cluster's bus uses the
// port 10,000 above, which stays below that range too.
const lowest = 10_000;
const count = 12_700;
const busDistance = 10_000;

/** A loopback port that was free a moment ago, and with `bus` also the one 10,000 above it. */
export async function freePort(options: { readonly bus?: boolean } = {}): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * count);
    if ((await isFree(port)) && (options.bus !== true || (await isFree(port + busDistance)))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
