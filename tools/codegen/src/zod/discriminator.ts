import { core } from 'zod';
import { defOf, type ZodNode } from './zod-node.js';

/** Why a union's options can't be told apart by its discriminator, or undefined if they can; zod finds out at first use. */
export function discriminatorProblem(node: ZodNode): string | undefined {
  const def = defOf(node);
  if (def.type !== 'union' || !('discriminator' in def)) return undefined;
  try {
    // What it is asked for does not matter: to answer, zod lists what every option claims.
    core.getDiscriminatedOption(node as core.$ZodDiscriminatedUnion, '' as never);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'zod can not tell them apart';
    const wanted = `give each option a literal of its own at '${String(def.discriminator)}', or use z.union()`;
    return `has options that its discriminator does not tell apart (${reason}): ${wanted}`;
  }
}
