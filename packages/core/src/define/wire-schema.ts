import * as core from 'zod/v4/core';
import { rewriteChildren, withoutChecks } from './rewrite-children.js';
import { Rewriter } from './rewriter.js';
import { checksOf, defOf, reaches, type SchemaNode } from './schema-node.js';

/** The schema of the wire form, and whether it says all that the definition says. */
export interface WireSchema {
  readonly schema: SchemaNode;
  /** Whether checks were left out that only make sense on Data; a full decode covers them. */
  readonly partial: boolean;
}

/**
 * What may travel for a version: the definition's tree with every codec replaced by its wire side, and defaults by
 * optional fields. It accepts an event of an older version before its `up` runs, and removes what that version did not
 * know.
 */
export function wireSchema(root: SchemaNode): WireSchema {
  const wire = new Rewriter(concernsWire, (node, into) => {
    const def = defOf(node);
    switch (def.type) {
      case 'pipe':
        return into(def.in);
      case 'default':
      case 'prefault':
        return new core.$ZodOptional({ type: 'optional', innerType: into(def.innerType) });
      case 'catch':
        // Whatever came in was accepted.
        return new core.$ZodOptional({ type: 'optional', innerType: new core.$ZodUnknown({ type: 'unknown' }) });
      case 'readonly':
        return into(def.innerType);
      default:
        // Checks of a container see Data where there are codecs below it: here there is none.
        return rewriteChildren(checksOf(node).length === 0 ? node : withoutChecks(node), into);
    }
  });
  return { schema: wire.of(root), partial: reaches(root, (node) => checksOf(node).length > 0 && wire.changes(node)) };
}

function concernsWire(node: SchemaNode): boolean {
  const { type } = defOf(node);
  return type === 'pipe' || type === 'default' || type === 'prefault' || type === 'catch';
}
