import { nodeIsNewEnough } from './node-gate.mjs';

if (nodeIsNewEnough()) {
  const rehearsal = { name: '@tidings/release-rehearsal', folder: 'tools/release-rehearsal' };
  import('./run-tool.mjs').then((module) => module.main(rehearsal, process.argv.slice(2)));
}
