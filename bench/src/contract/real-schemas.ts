import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitJsonSchemas, type LoadedExport, readContract } from '@tidings/codegen';
import { installedPackage } from '../installed-package.js';
import { realContracts, realDefinitions } from './real-definitions.js';

/** The JSON Schema of a payload, with those that it refers to. */
export interface RealSchema {
  readonly contract: string;
  /** The channel's export. */
  readonly exportName: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly shapes: Readonly<Record<string, unknown>>;
}

/** The JSON Schemas of the latest payloads of the workspace's contracts: what their definitions say, for other tools. */
export async function realSchemas(): Promise<readonly RealSchema[]> {
  const schemas: RealSchema[] = [];
  for (const contract of realContracts) {
    const loaded = await Promise.all(
      realDefinitions()
        .filter((file) => file.contract === contract)
        .map(async ({ kind, stem }) => {
          const path = join(installedPackage(`@tidings/${contract}`).folder, 'dist', kind, `${stem}.js`);
          const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
          const exports = Object.entries(module).map(
            ([exportName, value]): LoadedExport => ({ file: `src/${kind}/${stem}.ts`, exportName, value }),
          );
          return { kind, exports };
        }),
    );
    const exportsOf = (kind: string): readonly LoadedExport[] =>
      loaded.filter((file) => file.kind === kind).flatMap(({ exports }) => exports);
    const model = readContract({ contract, channels: exportsOf('channels'), shapes: exportsOf('shapes') });
    for (const channel of model.channels) {
      const latest = emitJsonSchemas({ ...model, channels: [channel] }).at(-1);
      const { $schema, $defs = {}, ...schema }: Record<string, unknown> = JSON.parse(latest?.content ?? '');
      schemas.push({
        contract,
        exportName: channel.source.exportName,
        schema,
        shapes: $defs as Readonly<Record<string, unknown>>,
      });
    }
  }
  return schemas;
}
