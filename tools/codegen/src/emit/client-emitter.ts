import type { ContractModel } from '../model/contract-model.js';
import { ShapeIndex } from '../type/shape-index.js';
import { channelModule } from './channel-module.js';
import { clientModule } from './client-module.js';
import type { EmitOptions, Emitter, GeneratedFile } from './emitter.js';
import { indexModule } from './index-module.js';
import { refuseCollisions } from './name-collisions.js';
import { shapesModule } from './shapes-module.js';
import { SourceWriter } from './source-file.js';

/**
 * Emits the typed client of a contract: a module for each channel, the types they share, the facade, and an index.
 *
 * @throws CodegenError `name_collision`
 */
export const emitClient: Emitter = (model: ContractModel, options: EmitOptions): readonly GeneratedFile[] => {
  const shapes = new ShapeIndex(model);
  refuseCollisions(model, shapes);
  const writer = new SourceWriter();
  return [
    ...model.channels.map((channel) => channelModule(channel, shapes, writer, options)),
    ...shapesModule(shapes, writer),
    clientModule(model, writer),
    indexModule(model, shapes, writer),
  ];
};
