import * as core from 'zod/v4/core';
import { dataSchemas } from './data-schema.js';
import { rewriteChildren, withChecks, withoutChecks } from './rewrite-children.js';
import { Rewriter } from './rewriter.js';
import { checksOf, defOf, isCodec, type SchemaNode } from './schema-node.js';

/**
 * The schema that publishing runs: it takes Data, with defaulted fields optional, and gives the wire form.
 *
 * It is the definition's own tree with the codecs flipped, defaults kept, `catch` removed (it would hide a mistake of
 * the publisher). Where a container has checks of its own and codecs below, its checks see Data, before the inversion.
 * zod's `encode` does the same more slowly, refuses missing defaulted fields, and runs nested codecs several times.
 */
export function publishSchema(schema: SchemaNode): SchemaNode {
  const data = dataSchemas();
  const publish = new Rewriter(concernsPublish, (node, into) => {
    const checks = checksOf(node);
    if (checks.length === 0) return invert(node, into);
    const bare = withoutChecks(node);
    return pipe(withChecks(data.of(bare), checks), invert(bare, into));
  });
  return publish.of(schema);
}

function invert(node: SchemaNode, into: (child: SchemaNode) => SchemaNode): SchemaNode {
  const def = defOf(node);
  switch (def.type) {
    case 'pipe':
      if (!isCodec(def)) return pipe(into(def.out), into(def.in));
      return new core.$ZodCodec({
        type: 'pipe',
        in: into(def.out),
        out: into(def.in),
        transform: def.reverseTransform as never,
        reverseTransform: def.transform as never,
      });
    case 'catch':
      return into(def.innerType);
    case 'default': {
      // The default is Data: it still has to be encoded, so it goes in front.
      const { innerType } = def;
      return new core.$ZodPrefault({
        type: 'prefault',
        innerType: into(innerType),
        get defaultValue() {
          return def.defaultValue as never;
        },
      });
    }
    case 'prefault': {
      // A prefault is wire form already: it goes behind.
      const { innerType } = def;
      return new core.$ZodDefault({
        type: 'default',
        innerType: into(innerType),
        get defaultValue() {
          return def.defaultValue as never;
        },
      });
    }
    case 'readonly':
      return into(def.innerType);
    default:
      return rewriteChildren(node, into);
  }
}

function concernsPublish(node: SchemaNode): boolean {
  const { type } = defOf(node);
  return type === 'pipe' || type === 'catch' || type === 'prefault';
}

function pipe(first: SchemaNode, then: SchemaNode): SchemaNode {
  return new core.$ZodPipe({ type: 'pipe', in: first, out: then });
}
