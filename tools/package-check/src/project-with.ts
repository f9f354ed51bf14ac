import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackedPackage } from './packed-package.js';

/** An empty project outside of the workspace that has packed packages installed, and nothing that they depend on. */
export function projectWith(packages: readonly PackedPackage[]): string {
  const project = mkdtempSync(join(tmpdir(), 'tidings-project-'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }));
  for (const { manifest, files, read } of packages) {
    for (const file of files) {
      const path = join(project, 'node_modules', manifest.name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, read(file));
    }
  }
  return project;
}
