import { emitJsonSchemas } from '@tidings/codegen';
import { realModels } from './real-models.js';

/** The JSON Schema of a payload, with those that it refers to. */
export interface RealSchema {
  readonly contract: string;
  /** The channel's export. */
  readonly exportName: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly shapes: Readonly<Record<string, unknown>>;
}

/** The JSON Schemas of the latest payloads of the workspace's contracts: what their definitions say, for other tools. */
export async function realSchemas(): Promise<readonly RealSchema[]> {
  const schemas: RealSchema[] = [];
  for (const model of await realModels()) {
    for (const channel of model.channels) {
      const latest = emitJsonSchemas({ ...model, channels: [channel] }).at(-1);
      const { $schema, $defs = {}, ...schema }: Record<string, unknown> = JSON.parse(latest?.content ?? '');
      schemas.push({
        contract: model.contract,
        exportName: channel.source.exportName,
        schema,
        shapes: $defs as Readonly<Record<string, unknown>>,
      });
    }
  }
  return schemas;
}
