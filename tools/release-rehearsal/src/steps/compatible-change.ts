import { Service } from '../service.js';
import type { Stage } from '../stage.js';
import { commit, orders, release, showChange, team } from '../team.js';

/** An optional field: released as a minor version, and read by everybody. */
export async function compatibleChange(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.section(
    'A compatible change',
    `An optional field is added to \`order.paid\`. \`tidings breaking\` says that nobody breaks, and \`tidings changeset\` writes what that
comes to.`,
  );
  stage.bring('contract/order-paid-2.ts', `${orders}/src/channels/order-paid.ts`);
  await showChange(stage);
  await stage.run(orders, 'pnpm run --silent generate');
  await stage.run(orders, 'pnpm tidings breaking', { says: /FIELD_ADDED_OPTIONAL/ });
  await stage.run(orders, 'pnpm tidings changeset --check', { code: 100, says: /needs minor/ });
  await stage.run(orders, 'pnpm tidings changeset', {
    says: /tidings-rehearsal-orders-[0-9a-f]+\.md: @rehearsal\/orders, minor/,
  });
  await stage.run(team, 'cat .changeset/tidings-rehearsal-orders-*.md');
  await stage.run(orders, 'pnpm tidings changeset --check', { says: /promised: minor/ });
  await commit(stage, 'orders: how it was paid');
  await release(stage, '1.1.0');
}

/** Old and new services on one Redis, in both directions. */
export async function compatibleServices(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.section(
    'Old and new, side by side',
    `A second service installs the new version, and is of another group. What either publishes, both read: the old one leaves out
what it does not know, the new one gets events without the field. From the log, it also gets what was published before it was there.`,
  );
  await Service.install(stage, 'shipping', '@rehearsal/orders@1.1', 'publish-both-2.ts');
  if (stage.thorough) await compileOldProgram(stage);
  transcript.say('Both run:');
  await using old = await Service.start(stage, 'bookkeeping', 'bookkeeping');
  await using fresh = await Service.start(stage, 'shipping', 'shipping');
  await fresh.says(/^handled order.paid .*000001/);
  old.publish();
  for (const service of [old, fresh]) {
    await service.says(/^received order.placed .*000001/);
    await service.says(/^handled order.paid .*000001/);
  }
  fresh.publish();
  await old.says(/^received order.placed .*000002/);
  await old.says(/^handled order.paid (?!.*method).*000002/);
  await fresh.says(/^received order.placed .*000002/);
  await fresh.says(/^handled order.paid .*000002.*"method":"card"/);
}

async function compileOldProgram(stage: Stage): Promise<void> {
  stage.transcript.say('The program of the old service compiles with the new version as it is:');
  await stage.run(
    'bookkeeping',
    'cp -R . ../upgraded && cd ../upgraded && npm install --silent @rehearsal/orders@1.1 && npx tsc',
  );
}
