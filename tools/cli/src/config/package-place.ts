import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CliError } from '../cli-error.js';

/** Where a contract package is: known before anything of it has been read. */
export interface PackagePlace {
  /** Its folder. */
  readonly root: string;
  /** Its configuration file's name in that folder, if there is one. */
  readonly configFile: string | undefined;
  /** The folder as seen from where the command was typed; empty if it is that one. */
  readonly shown: string;
}

const configFiles: readonly string[] = ['ts', 'mts', 'js', 'mjs'].map((ending) => `tidings.config.${ending}`);

/**
 * Finds the package to work on.
 *
 * @param folder Where to look.
 * @param given The configuration file, if it was named; otherwise it is looked for in the folder.
 * @throws CliError if one of them is not there.
 */
export function packagePlace(folder: string, given: string | undefined): PackagePlace {
  if (given === undefined) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new CliError(`there is no folder ${relative(process.cwd(), folder) || folder}`);
    }
    return placeOf(
      folder,
      configFiles.find((name) => existsSync(join(folder, name))),
    );
  }
  const file = resolve(folder, given);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new CliError(`there is no configuration file ${given}`);
  }
  return placeOf(dirname(file), basename(file));
}

function placeOf(root: string, configFile: string | undefined): PackagePlace {
  return { root, configFile, shown: relative(process.cwd(), root).replaceAll('\\', '/') };
}

/** A file of a package as seen from where the command was typed. */
export function shownFile({ shown }: Pick<PackagePlace, 'shown'>, file: string): string {
  return shown === '' ? file : `${shown}/${file}`;
}
