import { changedPart, type ModelChange } from '../model/model-change.js';
import { channelModule } from './channel-module.js';
import { clientModule } from './client-module.js';
import { outlineClient, planClient } from './client-plan.js';
import type { EmitOptions, GeneratedFile } from './emitter.js';
import { moduleExports } from './module-exports.js';

/**
 * Emits those files of a client that a change of some channels may change: `emitClient` would give the others as before.
 *
 * @returns undefined where the whole client has to be emitted.
 */
export function emitClientChanges(change: ModelChange, options: EmitOptions): readonly GeneratedFile[] | undefined {
  const part = changedPart(change);
  if (part === undefined) return undefined;
  const plan = planClient(part.after);
  // Names that come or go are listed by the index, and may be those of others.
  if (JSON.stringify(moduleExports(plan)) !== JSON.stringify(moduleExports(planClient(part.before)))) return undefined;
  return [
    ...plan.channels.map((channel) => channelModule(channel, options)),
    clientModule(outlineClient(change.after)),
  ];
}
