import { loadBoringnode } from '../../boringnode.js';

const createBus = await loadBoringnode('redis');

/** \@boringnode/bus through Redis. */
export function firstEvent(url: string): Promise<unknown> {
  const { hostname: host, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const settings = { host, port: Number(port) };
    const [publisher, receiver] = [createBus(settings), createBus(settings)];
    receiver
      .subscribe('note', resolve)
      .then(() => publisher.publish('note', { number: 1 }))
      .catch(reject);
  });
}
