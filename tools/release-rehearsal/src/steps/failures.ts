import type { Stage } from '../stage.js';
import { commit, orders, team } from '../team.js';

const billing = `${team}/schemas/billing`;

/** What a contract can't be compared with, said in words. */
export async function nothingToCompareWith(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.section(
    'What can not be compared with',
    'A release that the registry has is a fine thing to compare with.',
  );
  await stage.run(orders, 'pnpm tidings breaking --against npm:@rehearsal/orders@^2', { says: /nothing has changed/ });
  transcript.say(
    'A package that is no contract, a version that does not exist, a package that does not, and a registry that is down are not:',
  );
  for (const [spec, says] of [
    ['@tidings/core', /no contract/],
    ['@rehearsal/orders@^9', /no such version/],
    ['@rehearsal/odours', /no such package/],
  ] as const) {
    await stage.run(orders, `pnpm tidings breaking --against npm:${spec}`, { code: 1, says });
  }
  await stage.registry.stop();
  await stage.run(orders, 'pnpm tidings breaking --against npm:@rehearsal/billing', {
    code: 1,
    says: /can't be reached/,
  });
  await stage.registry.restart();
}

/** A release of two packages, the second of which depends on the first. */
export async function twoPackages(stage: Stage): Promise<void> {
  stage.transcript.section(
    'Two packages',
    'The repository gets a second contract, which depends on the first. A major version of the first takes the second along.',
  );
  await stage.run(team, 'pnpm tidings init schemas/billing --name @rehearsal/billing --channel invoice.sent --yes', {
    silently: true,
  });
  await stage.run(billing, 'pnpm add --silent --workspace @rehearsal/orders && pnpm run --silent generate');
  stage.write(
    `${team}/.changeset/farewell.md`,
    "---\n'@rehearsal/orders': major\n---\n\nSupport of Node 22 has ended.\n",
  );
  await stage.run(team, 'pnpm changeset version && pnpm tidings lock schemas/*', {
    says: [/orders: 3\.0\.0 recorded/, /billing: 0\.1\.1 recorded/],
  });
  await stage.run(billing, 'cat CHANGELOG.md', { says: /Updated dependencies/ });
  await commit(stage, 'release @rehearsal/orders 3.0.0, @rehearsal/billing 0.1.1');
}

/** The registry is down: nothing is published, and it says why. */
export async function registryDown(stage: Stage): Promise<void> {
  stage.transcript.section('The registry is down', 'Nothing is published, and nothing has to be undone.');
  await stage.registry.stop();
  await stage.run(team, 'pnpm changeset publish', { code: 1, says: /localhost|127\.0\.0\.1/ });
  await stage.registry.restart();
}

/** Killed between the two packages; run again, it does the rest. */
export async function cutOff(stage: Stage): Promise<void> {
  const { transcript, registry } = stage;
  transcript.section(
    'Cut off in the middle',
    'The registry is back. The process is killed when the first of the two packages has been published.',
  );
  const isThere = async (name: string, version: string): Promise<boolean> =>
    (await registry.versionsOf(name)).includes(version);
  await stage.runUntil(team, 'pnpm changeset publish', () => isThere('@rehearsal/orders', '3.0.0'));
  if (await isThere('@rehearsal/billing', '0.1.1')) throw new Error('it was killed too late: both are published');
  transcript.say(
    'Running it again publishes what is missing. `changeset git-tag` makes the tags that the killed run did not come to.',
  );
  await stage.run(team, 'pnpm changeset publish', { says: /@rehearsal\/billing@0\.1\.1/ });
  if (!(await isThere('@rehearsal/billing', '0.1.1'))) throw new Error('billing is not published');
  await stage.run(team, 'pnpm changeset git-tag');
  await stage.run(team, 'git tag', { says: [/orders@3\.0\.0/, /billing@0\.1\.1/] });
  await stage.run(team, 'pnpm changeset publish', { says: /No unpublished/ });
}
