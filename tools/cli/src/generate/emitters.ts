import { type Emitter, emitClient } from '@tidings/codegen';

/** Everything that is generated from a model: whoever adds an emitter adds it here. */
export const emitters: readonly Emitter[] = [emitClient];
