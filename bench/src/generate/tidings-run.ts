import { join } from 'node:path';
import type { ContractFolder } from '../contract/contract-folder.js';
import { installedPackage } from '../installed-package.js';
import { runProgram } from '../run-program.js';
import { countTypes } from './count-types.js';

/** The built command, as a user has it. */
const script: string = installedPackage('@tidings/cli').program('tidings');

/**
 * Generates three times, as a user would: from nothing, again, and after one definition was edited. In milliseconds.
 *
 * @param spec Whether JSON Schemas and the AsyncAPI document are written too, as they are unless one says no.
 */
export async function tidingsRun(contract: ContractFolder, spec: boolean): Promise<Readonly<Record<string, number>>> {
  const generate = async (): Promise<number> => (await runProgram(script, ['generate'], contract.folder)).tookMs;
  const [first] = contract.channels;
  if (first === undefined) throw new RangeError('the contract has no channel');
  contract.write(first.path, first.text);
  contract.write('tidings.config.mjs', `export default ${spec ? '{}' : '{ spec: false }'};\n`);
  contract.remove('src/generated');
  contract.remove('spec');
  // What it keeps from one run to the next.
  contract.remove('node_modules/.cache');
  const cold = await generate();
  const types = countTypes(join(contract.folder, 'src/generated'));
  const warm = await generate();
  contract.write(first.path, editedText(first.text));
  const edited = await generate();
  return { cold, warm, edited, types };
}

/** A definition with another description, so that its module has to be written anew. */
function editedText(text: string): string {
  const edited = text.replace(/description: (['"])/, 'description: $1Edited. ');
  if (edited === text) throw new RangeError('the first channel has no description to edit');
  return edited;
}
