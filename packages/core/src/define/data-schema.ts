import * as core from 'zod/v4/core';
import { rewriteChildren, withChecks } from './rewrite-children.js';
import { Rewriter } from './rewriter.js';
import { checksOf, defOf, type SchemaNode } from './schema-node.js';

/**
 * The schema of what handlers receive, as something that can be checked by itself: codecs are replaced by their data
 * side, so that a container's own checks see what their author wrote them for.
 */
export function dataSchemas(): Rewriter {
  return new Rewriter(concernsData, (node, into) => {
    const def = defOf(node);
    switch (def.type) {
      case 'pipe':
        return withChecks(into(def.out), checksOf(node));
      case 'catch':
        return withChecks(into(def.innerType), checksOf(node));
      case 'prefault': {
        const inner = def.innerType;
        const defaultValue = () => core.parse(inner, def.defaultValue);
        return withChecks(
          new core.$ZodDefault({
            type: 'default',
            innerType: into(inner),
            get defaultValue() {
              return defaultValue() as never;
            },
          }),
          checksOf(node),
        );
      }
      default:
        return rewriteChildren(node, into);
    }
  });
}

function concernsData(node: SchemaNode): boolean {
  const { type } = defOf(node);
  return type === 'pipe' || type === 'catch' || type === 'prefault';
}
