import { nodeIsNewEnough } from './node-gate.mjs';

if (nodeIsNewEnough()) {
  const bench = { name: '@tidings/bench', folder: 'bench' };
  import('./run-tool.mjs').then((module) => module.main(bench, process.argv.slice(2)));
}
