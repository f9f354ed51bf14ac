import { openBus } from '../open-bus.js';
import { planConversations } from '../plan.js';
import { publishPlans } from '../publish-plans.js';
import { runForParent } from './parent.js';

await runForParent(async (parent) => {
  const { place } = await parent.order('start');
  const plans = planConversations(Number(process.argv[2]));
  await using bus = openBus(place, 'publisher');
  bus.on('error', ({ message }) => void parent.tell({ kind: 'problem', message }));
  void parent.tell({ kind: 'ready' });

  await parent.order('publish');
  await publishPlans(bus, plans, (event) => void parent.tell({ kind: 'accepted', event }));
  await bus.close();
  await parent.tell({ kind: 'finished' });
});
