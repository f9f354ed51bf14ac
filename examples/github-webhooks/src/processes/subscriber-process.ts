import { openBus } from '../open-bus.js';
import { quiet } from '../quiet-channel.js';
import { type SubscriberName, subscribers } from '../subscribers.js';
import type { SubscriberReport } from './messages.js';
import { runForParent } from './parent.js';

await runForParent<SubscriberReport>(async (parent) => {
  const { place } = await parent.order('start');
  const name = process.argv[2] as SubscriberName;
  await using bus = openBus(place.address, { prefix: place.prefix, name: `${place.name}:${name}` });
  bus.on('delivered', ({ channel }) => void parent.tell({ kind: 'received', channel }));
  bus.on('failed', ({ channel }) => void parent.tell({ kind: 'received', channel }));
  bus.on('gap', (gap) => void parent.tell({ kind: 'gap', gap }));
  bus.on('invalid', ({ message }) => void parent.tell({ kind: 'problem', message }));
  bus.on('error', ({ message }) => void parent.tell({ kind: 'problem', message }));

  const findings = await subscribers[name](bus);
  void parent.tell({ kind: 'ready', channels: bus.channels() });

  await parent.order('finish');
  // Redis answers a connection in order: when it says that this is subscribed, all that was published before has come in.
  await bus.subscribe(quiet, () => {});
  await bus.close();
  await parent.tell({ kind: 'finished', findings: await findings() });
});
