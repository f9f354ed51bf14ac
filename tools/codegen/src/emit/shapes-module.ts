import type { ClientPlan } from './client-plan.js';
import { exportedType } from './declarations.js';
import type { GeneratedFile } from './emitter.js';
import { runtimeModule } from './runtime-module.js';
import { sourceFile } from './source-file.js';

/** The types that channels share, as one module; none if there are none. */
export function shapesModule({ shapes }: Pick<ClientPlan, 'shapes'>): readonly GeneratedFile[] {
  if (shapes.length === 0) return [];
  const runtime = new Set(shapes.flatMap(({ imports }) => [...imports.runtime]));
  const imports = [{ from: runtimeModule, names: [...runtime].map((name) => ({ name, typeOnly: true })) }];
  const types = shapes.flatMap((shape) => shape.types.map(({ name, text, doc }) => exportedType(name, text, doc)));
  return [{ path: 'shapes.ts', content: sourceFile(imports, types) }];
}
