import { core } from 'zod';

/** Any zod schema, classic or mini. */
export type ZodNode = core.$ZodType;

/** The definition of a schema of a known kind, to be told apart by `type`. */
export type ZodDef = core.$ZodTypes['_zod']['def'];

/** The definition behind a schema, as zod 4 keeps it. */
export function defOf(node: ZodNode): ZodDef {
  return (node as core.$ZodTypes)._zod.def;
}

/** Whether a value is a schema of zod 4, of whatever installed copy. */
export function isZodNode(value: unknown): value is ZodNode {
  if (typeof value !== 'object' || value === null || !('_zod' in value)) return false;
  const internals = value._zod;
  return typeof internals === 'object' && internals !== null && 'def' in internals && 'traits' in internals;
}

/** What a schema's metadata says. */
export interface ZodMetadata {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: true;
  readonly examples?: readonly unknown[];
}

/** The metadata of a schema, without what is not of the expected type. */
export function metadataOf(node: ZodNode): ZodMetadata {
  if (!hasMetadata(node)) return noMetadata;
  const found: Readonly<Record<string, unknown>> = core.globalRegistry.get(node) ?? {};
  const { id, title, description, deprecated, examples } = found;
  return {
    ...(typeof id === 'string' && id !== '' && { id }),
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(typeof description === 'string' && description !== '' && { description }),
    ...(deprecated === true && { deprecated }),
    ...(Array.isArray(examples) && examples.length > 0 && { examples }),
  };
}

/** The metadata of what has none, and is made of nothing that has. */
export const noMetadata: ZodMetadata = {};

/** Whether there is any, its own or inherited from what it was made of. Most have none, and to ask for it is slow. */
function hasMetadata(node: ZodNode): boolean {
  for (let at: ZodNode | undefined = node; at !== undefined; at = at._zod.parent) {
    if (core.globalRegistry.has(at)) return true;
  }
  return false;
}

/**
 * The schema that this one is a copy of, if it differs in metadata only: `.describe()` and `.meta()` copy, and the copy
 * has the same types and checks.
 */
export function describedOriginal(node: ZodNode): ZodNode | undefined {
  const { parent } = node._zod;
  if (parent === undefined) return undefined;
  const def = defOf(node);
  const original = defOf(parent);
  return def.type === original.type && (def.checks?.length ?? 0) === (original.checks?.length ?? 0)
    ? parent
    : undefined;
}
