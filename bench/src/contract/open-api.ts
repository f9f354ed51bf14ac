import type { RealSchema } from './real-schemas.js';

/** An OpenAPI document, written out. */
export interface OpenApi {
  readonly text: string;
}

/** An OpenAPI 3.1 document with a schema for each of so many payloads and for each of their shapes. */
export function openApiDocument(real: readonly RealSchema[], size: number): OpenApi {
  const schemas: Record<string, unknown> = {};
  const messages: string[] = [];
  for (let index = 0; index < size; index += 1) {
    const copy = Math.floor(index / real.length);
    const { contract, exportName, schema, shapes } = real[index % real.length] ?? missing();
    const prefix = `${contract}${copy}`;
    const renamed = (inner: unknown): unknown =>
      JSON.parse(JSON.stringify(inner).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}_`));
    const name = `${prefix}_${exportName}Payload`;
    messages.push(name);
    schemas[name] = renamed(schema);
    for (const [shape, inner] of Object.entries(shapes)) schemas[`${prefix}_${shape}`] ??= renamed(inner);
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 'bench', version: '1.0.0' },
    // Each payload is posted somewhere, so that no tool takes it for unused.
    paths: Object.fromEntries(messages.map((name) => [`/${name}`, { post: operation(name) }])),
    components: { schemas },
  };
  return { text: JSON.stringify(document) };
}

function operation(name: string): unknown {
  const schema = { $ref: `#/components/schemas/${name}` };
  return {
    operationId: `post_${name}`,
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 204: { description: 'Accepted.' } },
  };
}

function missing(): never {
  throw new RangeError('there are no schemas to copy');
}
