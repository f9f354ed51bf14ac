import type { ContractModel } from '../model/contract-model.js';
import { channelModule } from './channel-module.js';
import { clientModule } from './client-module.js';
import { planClient } from './client-plan.js';
import type { EmitOptions, Emitter, GeneratedFile } from './emitter.js';
import { indexModule } from './index-module.js';
import { refuseCollisions } from './name-collisions.js';
import { shapesModule } from './shapes-module.js';

/**
 * Emits the typed client of a contract: a module for each channel, the types they share, the facade, and an index.
 *
 * @throws CodegenError `name_collision`
 */
export const emitClient: Emitter = (model: ContractModel, options: EmitOptions): readonly GeneratedFile[] => {
  const plan = planClient(model);
  refuseCollisions(plan);
  return [
    ...plan.channels.map((channel) => channelModule(channel, options)),
    ...shapesModule(plan),
    clientModule(plan),
    indexModule(plan),
  ];
};
