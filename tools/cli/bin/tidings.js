#!/usr/bin/env node
import * as nodeModule from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`tidings needs Node 22.12 or newer, and this is Node ${process.versions.node}: update Node.js`);
  process.exit(1);
}
// What was compiled once need not be compiled at each start. Before anything else is loaded.
nodeModule.enableCompileCache();
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2));
