import { nodeIsNewEnough } from './node-gate.mjs';

if (nodeIsNewEnough()) {
  import('./run-faults.mjs').then((module) => module.main(process.argv.slice(2)));
}
