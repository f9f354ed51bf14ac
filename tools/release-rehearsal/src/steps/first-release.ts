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
  await stage.run(
    team,
    "pnpm tidings init schemas/orders --name @rehearsal/orders --channel order.placed --description 'A customer placed an order.'",
  );
  stage.bring('contract/order-paid-1.ts', `${orders}/src/channels/order-paid.ts`);
  await stage.run(orders, 'tail -n +5 src/channels/order-paid.ts');
  await stage.run(team, 'pnpm install --silent');
  await stage.run(orders, "npm pkg set scripts.prepublishOnly='tidings lock --check'");
  await testContract(stage);
  await commit(stage, 'orders: placed, and paid');

  transcript.section(
    'The first release',
    `That this contract is stable from the start, only people can say: the first changeset is written by hand. \`changeset version\` turns it
into a version and a changelog, \`tidings lock\` records what is released as that version, \`changeset publish\` publishes.`,
  );
  await stage.run(orders, 'pnpm tidings breaking', { says: /nothing was released yet/ });
  stage.write(
    `${team}/.changeset/first.md`,
    "---\n'@rehearsal/orders': major\n---\n\nOrders that are placed and paid.\n",
  );
  await stage.run(team, 'cat .changeset/first.md');
  await stage.run(orders, 'pnpm tidings changeset --check', { says: /promised: major/ });
  await commit(stage, 'orders: to be released');
  await stage.run(team, 'pnpm changeset version', { says: /All files have been updated/ });
  transcript.say(
    'Without the lock, nothing is published: `prepublishOnly` of the package is `tidings lock --check`, which says why when it is run alone.',
  );
  await stage.run(team, 'pnpm changeset publish', { code: 1, says: /prepublishOnly/ });
  await stage.run(orders, 'pnpm tidings lock --check', { code: 100, says: /there is no contract.lock.json/ });
  transcript.say('With it:');
  await stage.run(team, 'pnpm tidings lock schemas/orders', { says: /1\.0\.0 recorded/ });
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
