import { canonicalJson, isSameJson } from '../model/canonical-json.js';
import type { ChannelModel, ContractModel } from '../model/contract-model.js';
import { shapesNamedIn } from '../model/shapes-reached.js';

/** Tells of channels that are in two states of a contract whether their versions say exactly the same, shapes included. */
export function untouchedVersions(
  before: ContractModel,
  after: ContractModel,
): (was: ChannelModel, is: ChannelModel) => boolean {
  const changed = changedShapes(before, after);
  return (was, is) => {
    if (!isSameJson(was.versions, is.versions)) return false;
    return changed.size === 0 || [...shapesNamedIn(was.versions)].every((name) => !changed.has(name));
  };
}

/** The shapes that differ, or that lead to one that does. */
function changedShapes(before: ContractModel, after: ContractModel): ReadonlySet<string> {
  const old = new Map(before.shapes.map(({ name, schema }) => [name, canonicalJson(schema)]));
  const now = new Map(after.shapes.map(({ name, schema }) => [name, canonicalJson(schema)]));
  const changed = new Set([...old.keys(), ...now.keys()].filter((name) => old.get(name) !== now.get(name)));
  const leadsTo = new Map([...before.shapes, ...after.shapes].map(({ name, schema }) => [name, shapesNamedIn(schema)]));
  for (let settled = changed.size === 0; !settled; ) {
    const count = changed.size;
    for (const [name, shapes] of leadsTo) if ([...shapes].some((each) => changed.has(each))) changed.add(name);
    settled = changed.size === count;
  }
  return changed;
}
