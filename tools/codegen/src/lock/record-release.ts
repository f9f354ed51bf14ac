import { compareText } from '../model/canonical-json.js';
import type { ChannelModel, ContractModel } from '../model/contract-model.js';
import { isSameJson } from '../model/same-json.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { ContractLock, LockedChannel, LockedShape, LockedVersion, Span } from './contract-lock.js';
import { formHash, sortedForm } from './form-hash.js';

/**
 * A lock with one more release in it.
 *
 * @param version The version of the package, such as `1.4.0`.
 * @throws RangeError if the lock has that release already.
 */
export function recordRelease(lock: ContractLock, version: string, model: ContractModel): ContractLock {
  if (lock.releases.includes(version)) throw new RangeError(`release ${version} is recorded already`);
  const { channels, shapes, forms } = lockedParts(model, version);
  return {
    ...lock,
    contract: model.contract,
    releases: [...lock.releases, version],
    channels: merged(lock.channels, channels, version),
    shapes: merged(lock.shapes, shapes, version),
    forms: sortedByKey({ ...lock.forms, ...forms }),
  };
}

/** Whether a contract is what its last release was. */
export function isAsReleased(lock: ContractLock, model: ContractModel): boolean {
  const last = lock.releases.at(-1);
  if (last === undefined || lock.contract !== model.contract) return false;
  const now = lockedParts(model, last);
  return isSame(lock.channels.filter(isCurrent), now.channels) && isSame(lock.shapes.filter(isCurrent), now.shapes);
}

type Named = Span & { readonly name: string };

interface LockedParts {
  readonly channels: readonly LockedChannel[];
  readonly shapes: readonly LockedShape[];
  readonly forms: Readonly<Record<string, SchemaForm>>;
}

function lockedParts(model: ContractModel, since: string): LockedParts {
  const forms: Record<string, SchemaForm> = {};
  const hashOf = (schema: SchemaForm): string => {
    const form = sortedForm(schema);
    const hash = formHash(form);
    forms[hash] = form;
    return hash;
  };
  const channels = model.channels.map((channel) => lockedChannel(channel, since, hashOf));
  const shapes = model.shapes.map(({ name, schema }) => ({ name, since, form: hashOf(schema) }));
  return { channels, shapes, forms };
}

function lockedChannel(
  { source: _, versions, ...channel }: ChannelModel,
  since: string,
  hashOf: (schema: SchemaForm) => string,
): LockedChannel {
  const [first, ...later] = versions.map(
    ({ version, minReader, schema }): LockedVersion => ({ version, minReader, form: hashOf(schema) }),
  );
  if (first === undefined) throw new RangeError(`channel '${channel.name}' has no version`);
  return { ...channel, since, versions: [first, ...later] };
}

/** What stays as it is goes on; what is not there any more, or is otherwise, ends with this release. */
function merged<T extends Named>(was: readonly T[], is: readonly T[], release: string): readonly T[] {
  const current = new Map(was.filter(isCurrent).map((entry) => [entry.name, entry]));
  const going = new Set<T>();
  const come: T[] = [];
  for (const entry of is) {
    const old = current.get(entry.name);
    if (old !== undefined && isSameEntry(old, entry)) going.add(old);
    else come.push(entry);
  }
  const kept = was.map((entry) => (isCurrent(entry) && !going.has(entry) ? { ...entry, until: release } : entry));
  // A sort that keeps what is equal in order: of one name, the older comes first.
  return [...kept, ...come].sort((a, b) => compareText(a.name, b.name));
}

function isSame(was: readonly Named[], is: readonly Named[]): boolean {
  if (was.length !== is.length) return false;
  const byName = new Map(was.map((entry) => [entry.name, entry]));
  return is.every((entry) => {
    const old = byName.get(entry.name);
    return old !== undefined && isSameEntry(old, entry);
  });
}

function isSameEntry({ since: _, ...old }: Named, { since: __, ...now }: Named): boolean {
  return isSameJson(old, now);
}

function isCurrent({ until }: Span): boolean {
  return until === undefined;
}

function sortedByKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}
