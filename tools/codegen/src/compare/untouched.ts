import type { ChannelModel, ContractModel } from '../model/contract-model.js';
import { isSameJson } from '../model/same-json.js';
import { shapesNamedIn } from '../model/shapes-reached.js';

/** What says exactly the same in two states of a contract, shapes included. */
export interface Untouched {
  /** The shapes that do not, or that lead to one that does not. */
  readonly changed: ReadonlySet<string>;
  /** Whether all versions of a channel do that is in both. */
  readonly isUntouched: (was: ChannelModel, is: ChannelModel) => boolean;
}

/** Finds out what was not touched between two states of a contract. */
export function untouched(before: ContractModel, after: ContractModel): Untouched {
  const changed = changedShapes(before, after);
  const isUntouched = (was: ChannelModel, is: ChannelModel): boolean => {
    if (!isSameJson(was.versions, is.versions)) return false;
    return changed.size === 0 || [...shapesNamedIn(was.versions)].every((name) => !changed.has(name));
  };
  return { changed, isUntouched };
}

function changedShapes(before: ContractModel, after: ContractModel): ReadonlySet<string> {
  const [old, now] = [schemas(before), schemas(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const changed = new Set(names.filter((name) => !isSameJson(old.get(name), now.get(name))));
  if (changed.size === 0) return changed;
  const namedBy = new Map<string, string[]>();
  // What has changed is in there, whatever it leads to.
  for (const [name, schema] of old) {
    if (changed.has(name)) continue;
    for (const inner of shapesNamedIn(schema)) {
      const outer = namedBy.get(inner);
      if (outer === undefined) namedBy.set(inner, [name]);
      else outer.push(name);
    }
  }
  // A set is gone through with what is added on the way.
  for (const name of changed) for (const outer of namedBy.get(name) ?? []) changed.add(outer);
  return changed;
}

function schemas({ shapes }: ContractModel): ReadonlyMap<string, unknown> {
  return new Map(shapes.map(({ name, schema }) => [name, schema]));
}
