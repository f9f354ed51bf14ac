import { toolVersion } from './library-packages.js';
import type { Stage } from './stage.js';

/** The folder of the team's repository. */
export const team = 'shop';
/** The folder of its contract. */
export const orders: string = `${team}/schemas/orders`;

/** Makes the team's repository: a pnpm workspace with changesets, in git. */
export async function makeRepository(stage: Stage): Promise<void> {
  stage.write(`${team}/package.json`, {
    name: 'shop',
    private: true,
    type: 'module',
    devDependencies: {
      '@changesets/cli': toolVersion('@changesets/cli'),
      '@tidings/cli': '*',
      zod: '*',
    },
  });
  stage.write(`${team}/pnpm-workspace.yaml`, workspaceYaml);
  stage.write(`${team}/.npmrc`, stage.registry.npmrc);
  stage.write(`${team}/.gitignore`, 'node_modules/\ndist/\n.npmrc\n');
  stage.write(`${team}/.changeset/config.json`, {
    changelog: '@changesets/cli/changelog',
    access: 'public',
    baseBranch: 'main',
  });
  await stage.run(team, 'git init --quiet --initial-branch=main');
  await stage.run(team, 'pnpm install --silent');
}

/** Commits everything that there is. */
export async function commit(stage: Stage, message: string): Promise<void> {
  await stage.run(team, `git add --all && git commit --quiet --message '${message}'`);
}

/** Shows what has changed in the definition of `order.paid` since the last commit. */
export async function showChange(stage: Stage): Promise<void> {
  await stage.run(team, 'git diff --unified=0 -- schemas/orders/src/channels/order-paid.ts | grep "^[+-][^+-]"');
}

/** The release step, as a team's CI would do it: the version, the lock, the commit, npm. */
export async function release(stage: Stage, version: string): Promise<void> {
  await stage.run(team, 'pnpm changeset version', { says: /All files have been updated/ });
  await stage.run(team, 'pnpm tidings lock schemas/orders', { says: new RegExp(`orders: ${version} recorded`) });
  await commit(stage, `release @rehearsal/orders ${version}`);
  await stage.run(team, 'pnpm changeset publish', {
    says: new RegExp(`Successfully published:\\n.*orders@${version}`),
  });
}

/** Generates the contract's client, compiles it and runs its tests, as `tidings init` has set that up. */
export async function testContract(stage: Stage): Promise<void> {
  if (!stage.thorough) await stage.run(orders, 'pnpm run --silent generate');
  else await stage.run(orders, 'pnpm run --silent test 2>&1 | grep -E "^orders:|^. (pass|fail)"', { says: /fail 0\n/ });
}

const workspaceYaml = `packages:
  - schemas/*
allowBuilds:
  esbuild: false
# What the registry of a rehearsal has is minutes old, and when it is down, that is meant.
minimumReleaseAge: 0
fetchRetries: 0
verifyDepsBeforeRun: false
`;
