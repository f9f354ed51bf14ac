import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ContractModel, type LoadedExport, readContract } from '@tidings/codegen';

/** The contract's model, read from its definitions as the generator does. */
export async function contractModel(contract: string): Promise<ContractModel> {
  const [channels, shapes] = await Promise.all([exportsIn('channels'), exportsIn('shapes')]);
  return readContract({ contract, channels, shapes });
}

async function exportsIn(folder: string): Promise<readonly LoadedExport[]> {
  const path = join(import.meta.dirname, '..', 'src', folder);
  const modules = readdirSync(path).map(async (name): Promise<readonly LoadedExport[]> => {
    const module: Readonly<Record<string, unknown>> = await import(join(path, name));
    return Object.entries(module).map(([exportName, value]) => ({ file: `src/${folder}/${name}`, exportName, value }));
  });
  return (await Promise.all(modules)).flat();
}
