import { describe, test, vi } from 'vitest';
import { TransportBus } from '../../front/transport-bus.js';
import { appendToHub } from './append-to-hub.js';
import { describeEventBusContract } from './describe-event-bus-contract.js';
import { RemoteMedium, RemoteTransport } from './remote-medium.js';

vi.setConfig({ testTimeout: 60_000 });

const media = new Map<string, RemoteMedium>();

function mediumOf(world: string): RemoteMedium {
  const medium = media.get(world) ?? new RemoteMedium();
  media.set(world, medium);
  return medium;
}

describeEventBusContract(
  {
    name: 'a bus on a remote medium',
    runner: { describe, test },
    sendRaw: (world, channel, frame) => mediumOf(world).send(channel, frame),
    appendRaw: (world, entry) => appendToHub(mediumOf(world).hub, entry, 4),
    cutConnections: (world) => mediumOf(world).cut(),
  },
  (world, options) => new TransportBus(new RemoteTransport(mediumOf(world)), options),
);
