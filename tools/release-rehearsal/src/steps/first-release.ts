import { Service } from '../service.js';
import type { Stage } from '../stage.js';
import { commit, makeRepository, orders, team, testContract } from '../team.js';

/** A new repository with a new contract, and its first version on the registry. */
export async function firstRelease(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.section(
    'A new contract',
    `A repository with [changesets](https://github.com/changesets/changesets), and in it a contract package that \`tidings init\` makes.
Its first channel is broadcast; a second one, \`order.paid\`, is durable.`,
  );
  await makeRepository(stage);
  await stage.run(team, 'pnpm tidings init schemas/orders --name @rehearsal/orders --channel order.placed --yes');
  stage.bring('contract/order-paid-1.ts', `${orders}/src/channels/order-paid.ts`);
  await stage.run(orders, 'tail -n +5 src/channels/order-paid.ts');
  await stage.run(team, 'pnpm install --silent');
  await testContract(stage);
  await commit(stage, 'orders: placed, and paid');

  transcript.section(
    'The first release',
    'The first changeset is written by hand. `changeset version` turns it into a version and a changelog, `changeset publish` publishes.',
  );
  stage.write(
    `${team}/.changeset/first.md`,
    "---\n'@rehearsal/orders': major\n---\n\nOrders that are placed and paid.\n",
  );
  await stage.run(team, 'pnpm changeset version', { says: /All files have been updated/ });
  await commit(stage, 'release @rehearsal/orders 1.0.0');
  await stage.run(team, 'pnpm changeset publish', { says: /@rehearsal\/orders@1\.0\.0/ });
  await stage.run(team, 'git tag', { says: /@rehearsal\/orders@1\.0\.0/ });
}

/** A service installs it, and runs on Redis. */
export async function firstService(stage: Stage): Promise<void> {
  stage.transcript.section(
    'A service',
    `Elsewhere, a service installs the contract from the registry. It is a member of the group \`bookkeeping\`, and on a real Redis.`,
  );
  await Service.install(stage, 'bookkeeping', '@rehearsal/orders@1', 'publish-both-1.ts');
  stage.transcript.say('It publishes an event of each kind, and hears them itself.');
  await using service = await Service.start(stage, 'bookkeeping', 'bookkeeping');
  service.publish();
  await service.says(/^received order.placed .*000001/);
  await service.says(/^handled order.paid .*000001.*1\.5/);
}
