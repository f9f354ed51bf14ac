import { nodeIsNewEnough } from './node-gate.mjs';

if (nodeIsNewEnough()) {
  import('./run-example.mjs').then((module) => module.main(process.argv.slice(2)));
}
