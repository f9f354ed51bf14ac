import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What the results of this program depend on beside what it is given: its own code, that of the generator, and Node. The
 * versions of their dependencies stand in their manifests. Files count by size and time, so that a build in a workspace,
 * where no version changes, counts too.
 */
export function toolIdentity(): string {
  const facts = [import.meta.url, import.meta.resolve('@tidings/codegen/read')].flatMap((url) => {
    const built = dirname(dirname(fileURLToPath(url)));
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .sort();
    return [
      readFileSync(join(dirname(built), 'package.json'), 'utf8'),
      ...files.map((file) => {
        const { size, mtimeMs } = statSync(join(built, file));
        return `${file} ${size} ${mtimeMs}`;
      }),
    ];
  });
  return hash('sha256', [process.version, ...facts].join('\n'));
}
