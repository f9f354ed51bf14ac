import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenApi } from '../contract/open-api.js';
import { benchFolder, installedPackage } from '../installed-package.js';
import { runProgram } from '../run-program.js';
import { countTypes } from './count-types.js';

/** Another generator of types, and how it is called. */
export interface Peer {
  readonly package: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Its configuration, which asks for types alone. */
  readonly config: { readonly name: string; readonly text: string };
}

/** The generators that we are compared with. */
export const peers: readonly Peer[] = [
  {
    package: '@hey-api/openapi-ts',
    program: 'openapi-ts',
    args: [],
    config: {
      name: 'openapi-ts.config.mjs',
      text: "export default { input: './openapi.json', output: './out', plugins: ['@hey-api/typescript'] };\n",
    },
  },
  {
    package: 'orval',
    program: 'orval',
    args: ['--config', 'orval.config.mjs'],
    config: {
      name: 'orval.config.mjs',
      text: "export default { bench: { input: './openapi.json', output: { target: './out/api.ts', schemas: './out/model', client: 'fetch' } } };\n",
    },
  },
];

/** Has a peer generate the types of an OpenAPI document, from nothing. In milliseconds. */
export async function peerRun(peer: Peer, { text }: OpenApi): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-bench-'));
  try {
    symlinkSync(join(benchFolder, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(join(folder, 'openapi.json'), text);
    writeFileSync(join(folder, peer.config.name), peer.config.text);
    const script = installedPackage(peer.package).program(peer.program);
    const { tookMs } = await runProgram(script, peer.args, folder);
    return { cold: tookMs, types: countTypes(join(folder, 'out')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
