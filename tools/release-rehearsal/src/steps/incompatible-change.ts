import { Service } from '../service.js';
import type { Stage } from '../stage.js';
import { commit, orders, release, showChange, team, testContract } from '../team.js';

/** A required field, by a second version of both channels: a major version of the package. */
export async function incompatibleChange(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.section(
    'An incompatible change',
    `The amount needs a currency. Edited in place, the released version would mean something else than it did, so that is refused, with
a payload that shows why, and with what to do instead.`,
  );
  stage.bring('contract/order-paid-3-in-place.ts', `${orders}/src/channels/order-paid.ts`);
  await showChange(stage);
  await stage.run(orders, 'pnpm tidings breaking', { code: 100, says: [/forbidden/, /\.evolve/] });

  transcript.say(`The channel gets a second version by \`.evolve\`: its \`up\` makes new data of old. So does
\`order.placed\`, whose ids may be others than UUIDs now, and which says where.`);
  stage.bring('contract/order-paid-3.ts', `${orders}/src/channels/order-paid.ts`);
  stage.bring('contract/order-placed-3.ts', `${orders}/src/channels/order-placed.ts`);
  stage.bring('contract/order-placed-3.test.ts', `${orders}/src/order-placed.test.ts`);
  await showChange(stage);
  await stage.run(orders, 'tail -n +10 src/channels/order-placed.ts');
  await testContract(stage);
  await stage.run(orders, 'pnpm tidings breaking', { code: 100, says: [/VERSION_ADDED/, /\d breaking/] });
  await stage.run(orders, 'pnpm tidings changeset', {
    says: /tidings-rehearsal-orders-[0-9a-f]+\.md: @rehearsal\/orders, major/,
  });
  await stage.run(team, 'cat .changeset/tidings-rehearsal-orders-*.md');
  await stage.run(orders, 'pnpm tidings changeset --check', { says: /promised: major/ });
  await commit(stage, 'orders: which currency, and which shop');
  await release(stage, '2.0.0');
}

/** Old services park or report what they can't read; new ones read everything, and what was parked. */
export async function incompatibleServices(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.section(
    'Old services, and a new one',
    `The new version is installed in a third service. The old ones stay as they are.`,
  );
  await Service.install(stage, 'bookkeeping-2', '@rehearsal/orders@2', 'publish-both-3.ts');
  if (stage.thorough) await compileOldProgram(stage);
  transcript.say(`The new service reads what old ones publish, made new by \`up\`. The old one reports what the new one broadcasts, and parks what
it writes to the log: nobody in the group \`bookkeeping\` can read that yet.`);
  await using old = await Service.start(stage, 'bookkeeping', 'bookkeeping');
  await using fresh = await Service.start(stage, 'audit', 'bookkeeping-2');
  for (const id of [1, 1, 2]) await fresh.says(new RegExp(`^handled order.paid .*00000${id}.*"currency":"EUR"`));
  old.publish();
  await old.says(/^received order.placed .*000001/);
  await old.says(/^handled order.paid .*000001/);
  await fresh.says(/^received order.placed .*000001.*"shop":"web"/);
  await fresh.says(/^handled order.paid .*000001.*"currency":"EUR"/);
  fresh.publish();
  await fresh.says(/^received order.placed .*M-3.*"shop":"market square"/);
  await fresh.says(/^handled order.paid .*000003.*"currency":"CHF"/);
  await old.says(/^refused order.placed/);
  await old.says(/^parked order.paid/);

  transcript.say('A member with the new version joins the group, and is handed what was parked:');
  await using upgraded = await Service.start(stage, 'bookkeeping', 'bookkeeping-2');
  await upgraded.says(/^handled order.paid .*000003.*"currency":"CHF"/);
}

async function compileOldProgram(stage: Stage): Promise<void> {
  stage.transcript.say('The program of the old service does not compile with it, because the new fields are missing:');
  await stage.run('upgraded', 'npm install --silent @rehearsal/orders@2; npx tsc', {
    code: 1,
    says: [/shop/, /amount|number/],
  });
}
