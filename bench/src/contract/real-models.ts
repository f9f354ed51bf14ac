import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ContractModel, type LoadedExport, readContract } from '@tidings/codegen';
import { installedPackage } from '../installed-package.js';
import { realContracts, realDefinitions } from './real-definitions.js';

/** The models of the workspace's contracts. */
export function realModels(): Promise<readonly ContractModel[]> {
  return Promise.all(realContracts.map(realModel));
}

async function realModel(contract: string): Promise<ContractModel> {
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
  return readContract({ contract, channels: exportsOf('channels'), shapes: exportsOf('shapes') });
}
