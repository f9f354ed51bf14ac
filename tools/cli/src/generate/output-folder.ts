import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestFile, type OutputPlan, type OutputState, readManifest } from '@tidings/codegen';

/** What is in an output folder now. */
export function outputState(folder: string): OutputState {
  const contentOf = (path: string): string | undefined => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const record = contentOf(manifestFile);
  return { manifest: record === undefined ? undefined : readManifest(record), contentOf };
}

/**
 * Does what a plan says. Everything is written beside its place first and moved there when all is written, so that
 * what stops half-way leaves whole files; the record of generated files comes last.
 */
export async function applyPlan(folder: string, { write, remove }: OutputPlan): Promise<void> {
  if (write.length === 0 && remove.length === 0) return;
  await mkdir(folder, { recursive: true });
  const mark = `.tidings-${randomUUID()}`;
  const moves = write.map(({ path, content }) => ({ from: join(folder, mark, path), to: join(folder, path), content }));
  await mkdir(join(folder, mark));
  try {
    for (const { from, content } of moves) await writeFile(from, content);
    for (const { from, to } of moves) await rename(from, to);
    for (const path of remove) await rm(join(folder, path), { force: true });
  } finally {
    await rm(join(folder, mark), { recursive: true, force: true });
  }
}
