import { askBriefly } from './ask.js';
import type { RedisServer } from './redis-server.js';

/** A server of a cluster. */
export interface ClusterNode extends RedisServer {
  /** Its node id, which it keeps over restarts. */
  readonly id: string;
}

/** What one node thinks of a node. */
export interface NodeView {
  readonly id: string;
  readonly flags: readonly string[];
  /** The larger one is right where two masters claim the same. */
  readonly epoch: number;
  readonly slots: readonly string[];
}

/** What a node thinks of all nodes, itself among them. */
export async function clusterView(node: ClusterNode): Promise<readonly NodeView[]> {
  const lines = String(await askBriefly(node, 'CLUSTER', 'NODES'))
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [id = '', , flags = '', , , , epoch = '', , ...slots] = line.split(' ');
    // A slot on the move is listed once more, in brackets.
    return { id, flags: flags.split(','), epoch: Number(epoch), slots: slots.filter((slot) => !slot.startsWith('[')) };
  });
}

/** The views of those nodes that answer. */
export async function clusterViews(nodes: readonly ClusterNode[]): Promise<ReadonlyArray<readonly NodeView[]>> {
  const outcomes = await Promise.allSettled(nodes.map((node) => clusterView(node)));
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

export function hasSlot(view: NodeView, slot: number): boolean {
  return view.slots.some((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return from !== undefined && to !== undefined && from <= slot && slot <= to;
  });
}

/** The master that the latest of all claims is about. */
export function latestMaster(
  views: ReadonlyArray<readonly NodeView[]>,
  about: (view: NodeView) => boolean,
): string | undefined {
  const claims = views.flat().filter((view) => view.flags.includes('master') && about(view));
  return claims.sort((a, b) => b.epoch - a.epoch)[0]?.id;
}
