import { nodeIsNewEnough } from './node-gate.mjs';

if (nodeIsNewEnough()) {
  const faults = { name: '@tidings/faults', folder: 'tools/faults' };
  import('./run-tool.mjs').then((module) => module.main(faults, process.argv.slice(2)));
}
