import { setTimeout as wait } from 'node:timers/promises';
import { readDeliveries } from '../deliveries.js';
import { openBus } from '../open-bus.js';
import { receiveAll } from '../receive-all.js';
import { receivedEvents } from '../receive-webhook.js';
import type { PublisherReport } from './messages.js';
import { runForParent } from './parent.js';

/** GitHub is not that fast; but without a pause all would be over before anything could go wrong. */
const pauseMs = 2;

await runForParent<PublisherReport>(async (parent) => {
  const { place } = await parent.order('start');
  const rounds = Number(process.argv[2]);
  await using bus = openBus(place.address, { prefix: place.prefix, name: `${place.name}:publisher` });
  bus.on('error', ({ message }) => void parent.tell({ kind: 'problem', message }));
  const deliveries = await readDeliveries(receivedEvents);
  void parent.tell({ kind: 'ready', deliveries: deliveries.length });

  let { until } = await parent.order('publish');
  let done = 0;
  await receiveAll(bus, deliveries, rounds, async (event, outcome) => {
    void parent.tell({ kind: 'delivery', event, outcome });
    done += 1;
    await wait(pauseMs);
    while (done >= until && done < deliveries.length * rounds) ({ until } = await parent.order('publish'));
  });
  await bus.close();
  await parent.tell({ kind: 'finished' });
});
