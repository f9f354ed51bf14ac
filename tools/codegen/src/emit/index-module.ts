import type { ClientPlan } from './client-plan.js';
import type { GeneratedFile } from './emitter.js';
import { moduleExports } from './module-exports.js';
import { header, namesFrom } from './source-file.js';

/** The entry of the generated client: every export by its name. */
export function indexModule(plan: ClientPlan): GeneratedFile {
  const lines = moduleExports(plan).map(({ module, names }) => namesFrom('export', { from: `./${module}.js`, names }));
  return { path: 'index.ts', content: `${header}\n${lines.join('\n')}\n` };
}
