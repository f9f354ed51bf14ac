import { canonicalJson } from '../model/canonical-json.js';
import type { ChannelModel, ContractModel } from '../model/contract-model.js';

/** Tells of channels that are in two states of a contract whether their versions say exactly the same, shapes included. */
export function untouchedVersions(
  before: ContractModel,
  after: ContractModel,
): (was: ChannelModel, is: ChannelModel) => boolean {
  const changed = changedShapes(before, after);
  return (was, is) => {
    if (canonicalJson(was.versions) !== canonicalJson(is.versions)) return false;
    return changed.size === 0 || [...shapesIn(was.versions)].every((name) => !changed.has(name));
  };
}

/** The shapes that differ, or that lead to one that does. */
function changedShapes(before: ContractModel, after: ContractModel): ReadonlySet<string> {
  const old = new Map(before.shapes.map(({ name, schema }) => [name, canonicalJson(schema)]));
  const now = new Map(after.shapes.map(({ name, schema }) => [name, canonicalJson(schema)]));
  const changed = new Set([...old.keys(), ...now.keys()].filter((name) => old.get(name) !== now.get(name)));
  const leadsTo = new Map([...before.shapes, ...after.shapes].map(({ name, schema }) => [name, shapesIn(schema)]));
  for (let settled = changed.size === 0; !settled; ) {
    const count = changed.size;
    for (const [name, shapes] of leadsTo) if ([...shapes].some((each) => changed.has(each))) changed.add(name);
    settled = changed.size === count;
  }
  return changed;
}

/** The shapes that a part of a model names. */
function shapesIn(part: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found;
  if ('kind' in part && part.kind === 'ref' && 'name' in part) found.add(String(part.name));
  for (const inner of Object.values(part)) shapesIn(inner, found);
  return found;
}
