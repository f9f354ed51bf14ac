// This file and the two entries that import it keep to syntax that old Nodes parse: an old Node shall be told what to do,
// not fail on a newer word.

/** The oldest Node that npm, pnpm and these scripts run on. Packages then run on the workspace's own Node. */
const oldestNode = 20;

/** Says what to do on a Node that is too old, and sets the exit code. */
export function nodeIsNewEnough() {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) >= oldestNode) return true;
  console.error(`Tidings: this is Node ${version}; Node ${oldestNode} or newer is needed.`);
  console.error('         Get one from https://nodejs.org (or: nvm install --lts) and run the command again.');
  process.exitCode = 1;
  return false;
}
