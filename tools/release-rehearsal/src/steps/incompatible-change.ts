import { Service } from '../service.js';
import type { Stage } from '../stage.js';
import { commit, orders, team, testContract } from '../team.js';

/** A required field, by a second version of both channels: a major version of the package. */
export async function incompatibleChange(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.section(
    'An incompatible change',
    'Both channels need a field more, and get a second version by `.evolve`: its `up` makes new data of old.',
  );
  stage.bring('contract/order-paid-3.ts', `${orders}/src/channels/order-paid.ts`);
  stage.bring('contract/order-placed-3.ts', `${orders}/src/channels/order-placed.ts`);
  stage.bring('contract/order-placed-3.test.ts', `${orders}/src/order-placed.test.ts`);
  await stage.run(team, 'git diff --unified=0 -- schemas/orders/src/channels | grep "^[+-] "');
  await testContract(stage);
  stage.write(`${team}/.changeset/which.md`, "---\n'@rehearsal/orders': major\n---\n\nIt says in which currency.\n");
  await commit(stage, 'orders: which currency, and which shop');
  await stage.run(team, 'pnpm changeset version');
  await commit(stage, 'release @rehearsal/orders 2.0.0');
  await stage.run(team, 'pnpm changeset publish', { says: /@rehearsal\/orders@2\.0\.0/ });
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
  await fresh.says(/^received order.placed .*000003.*"shop":"market square"/);
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
    says: [/shop/, /currency/],
  });
}
