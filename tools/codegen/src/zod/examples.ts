import type { JsonValue } from '../model/json-value.js';
import type { FormReading } from './form-of-kind.js';
import { plainJson } from './plain-json.js';
import type { ZodMetadata, ZodNode } from './zod-node.js';

/**
 * The examples in a schema's metadata, as they travel. Authors may give them as handlers get them or as they travel;
 * what is neither is a mistake.
 *
 * @param original The metadata of what the schema is a copy of, whose examples stand there.
 */
export function examplesOf(
  node: ZodNode,
  path: string,
  { examples }: ZodMetadata,
  original: ZodMetadata,
  { refuse }: FormReading,
): { readonly examples?: readonly JsonValue[] } {
  if (examples === undefined || examples === original.examples) return {};
  const written = examples.flatMap((example, index) => {
    const json = exampleJson(node, example);
    if (json !== undefined) return [json];
    refuse(path, `has an example (examples[${index}]) that does not fit: mend the example, or the schema`);
    return [];
  });
  return { examples: written };
}

function exampleJson(node: ZodNode, example: unknown): JsonValue | undefined {
  const encoded = run(node, example, 'backward');
  if (encoded !== undefined) return plainJson(encoded.value);
  return run(node, example, 'forward') === undefined ? undefined : plainJson(example);
}

function run(
  node: ZodNode,
  value: unknown,
  direction: 'forward' | 'backward',
): { readonly value: unknown } | undefined {
  try {
    const outcome = node._zod.run({ value, issues: [] }, { async: false, direction, jitless: true });
    return outcome instanceof Promise || outcome.issues.length > 0 ? undefined : { value: outcome.value };
  } catch {
    return undefined;
  }
}
