import { loadBoringnode } from '../../boringnode.js';

const createBus = await loadBoringnode('memory');

/** \@boringnode/bus in memory. */
export function firstEvent(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const [publisher, receiver] = [createBus(), createBus()];
    receiver
      .subscribe('note', resolve)
      .then(() => publisher.publish('note', { number: 1 }))
      .catch(reject);
  });
}
