#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// What was compiled once need not be compiled at each start. Before anything else is loaded.
enableCompileCache();
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2));
