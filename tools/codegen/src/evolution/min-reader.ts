import { ChangeFingerprints } from '../compare/change-fingerprint.js';
import { includes } from '../compare/includes.js';
import type { Inclusion, Side } from '../compare/inclusion.js';
import { together } from '../compare/rename-shapes.js';
import type { Release } from '../lock/released-models.js';
import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { shownPayload } from './shown-payload.js';

/** A version, and what its author says of who can read it. */
export interface VersionToRead {
  readonly version: number;
  readonly schema: SchemaForm;
  /** The lowest version whose readers may read it, if the author says so. */
  readonly minReader: number | undefined;
}

/** What a channel's versions are judged with. */
export interface ReadersOptions {
  readonly channel: string;
  /** Oldest first, from version 1. */
  readonly versions: readonly VersionToRead[];
  readonly shapes: readonly ShapeModel[];
  /** What was released: readers may have any form that a version ever had. */
  readonly released: () => readonly Release[];
  /** Fingerprints of changes that somebody has let pass. */
  readonly accepted: ReadonlySet<string>;
  /** Takes down what is wrong with what the author says. */
  readonly problem: (message: string) => void;
}

/**
 * For each version, the lowest one such that readers of every version from it on can read it with their own schema: what
 * publishers stamp on events as `minreader`. An acceptance settles what can't be decided; an author may raise it.
 */
export function minReadersOf(options: ReadersOptions): readonly number[] {
  return options.versions.map((written) => minReaderOf(written, options));
}

function minReaderOf({ version, schema, minReader: said }: VersionToRead, options: ReadersOptions): number {
  const { channel, shapes, accepted, problem } = options;
  const lowest = said ?? 1;
  for (let reader = version - 1; reader >= lowest; reader -= 1) {
    for (const older of formsOf(reader, options)) {
      const found = includes({ form: schema, shapes }, older);
      if (found.verdict === 'yes') continue;
      const { before, after, shapes: both } = together(older, { form: schema, shapes });
      const fingerprint = new ChangeFingerprints(both).of({
        kind: 'VERSION_ADDED',
        channel,
        version,
        before: `version ${reader}`,
        after: `version ${version}`,
        pair: [before, after],
      });
      if (found.verdict === 'unknown' && accepted.has(fingerprint)) continue;
      if (said !== undefined) problem(contradiction(version, said, reader, found, fingerprint));
      return reader + 1;
    }
  }
  return lowest;
}

/** Every form that readers of a version may have: as it is now, and as it was released. */
function* formsOf(version: number, { channel, versions, shapes, released }: ReadersOptions): Generator<Side> {
  const now = versions[version - 1];
  if (now !== undefined) yield { form: now.schema, shapes };
  for (const { model } of released()) {
    const was = model.channels.find(({ name }) => name === channel)?.versions[version - 1];
    if (was !== undefined) yield { form: was.schema, shapes: model.shapes };
  }
}

function contradiction(
  version: number,
  said: number,
  reader: number,
  found: Exclude<Inclusion, { readonly verdict: 'yes' }>,
  fingerprint: string,
): string {
  const claim = `says minReader ${said} of version ${version}`;
  const where = `payload${found.path}: ${found.reason}`;
  if (found.verdict === 'no') {
    const payload = shownPayload(found.payload, 1).join(' ');
    return `${claim}, but readers of version ${reader} refuse ${payload} (${where}): leave minReader out, or raise it to ${reader + 1}`;
  }
  return `${claim}, and whether readers of version ${reader} can read it can't be decided (${where}): leave minReader out; if they can, tidings breaking shows how to record that (${fingerprint}), and then it is computed`;
}
