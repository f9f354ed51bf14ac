import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a folder is the root of a workspace of pnpm, npm, yarn or bun. */
export function isWorkspaceRoot(folder: string): boolean {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return true;
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && /"workspaces"\s*:/.test(readFileSync(manifest, 'utf8'));
}
