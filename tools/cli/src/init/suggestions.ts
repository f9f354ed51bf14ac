import { basename } from 'node:path';
import type { Workspace } from './find-workspace.js';
import type { NewPackage } from './new-package.js';

/** What a package in a folder is probably to be. */
export function suggestions(folder: string, workspace: Workspace | undefined): NewPackage {
  const word =
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '') || 'events';
  const name = workspace?.scope === undefined ? word : `${workspace.scope}/${word}`;
  return { name, channel: `${word}.created`, description: `Something of ${word} was created.` };
}
