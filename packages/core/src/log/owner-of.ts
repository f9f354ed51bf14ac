/** A member that could have a partition. */
export interface Candidate {
  /** Unique; those who came first sort first. */
  readonly id: string;
  /** The version up to which it can read. */
  readonly version: number;
}

/**
 * Which member of a group a partition belongs to: they share evenly, in the order in which they came. If events are parked for
 * readers of a higher version, among those who can read them as long as there are any: order by key holds across parking only if
 * who reads what was parked also reads what follows.
 *
 * @param needed The highest version that something parked in this partition wants; 0 if nothing is.
 */
export function ownerOf(partition: number, members: readonly Candidate[], needed: number): string | undefined {
  const able = members.filter(({ version }) => version >= needed);
  const candidates = [...(able.length > 0 ? able : members)].sort((a, b) => (a.id < b.id ? -1 : 1));
  return candidates[partition % Math.max(1, candidates.length)]?.id;
}
