import { type ChannelModel, type ContractModel, latestVersion } from '../model/contract-model.js';
import { allNo, allYes } from './answers.js';
import { type Change, change, type FoundChange, sentences } from './change.js';
import { ChangeFingerprints } from './change-fingerprint.js';
import { changeKinds } from './change-kinds.js';
import { channelChanges, noType } from './channel-changes.js';
import { said } from './form-names.js';
import { FormPool } from './form-pool.js';
import { removedShapes } from './removed-shapes.js';
import { untouched } from './untouched.js';
import { VersionComparison } from './version-comparison.js';

/** How two states of a contract are compared. */
export interface CompareOptions {
  /** Whether only reading is asked about: nobody compiles code against the older one any more. Default false. */
  readonly wireOnly?: boolean;
}

/** Lists what is different between two states of a contract: by channel, then by version, then as one reads a payload. */
export function compareContracts(
  before: ContractModel,
  after: ContractModel,
  { wireOnly = false }: CompareOptions = {},
): readonly Change[] {
  const { changed, isUntouched } = untouched(before, after);
  const pool = new FormPool((name) => changed.has(name));
  // A change may take something of both, so all shapes have to be in one place.
  const shapes = pool.shapes(before.shapes, after.shapes);
  const [old, now] = [byName(before), byName(after)];
  const removed = removedShapes(before, after);
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  const found = names.flatMap((name): readonly FoundChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was === undefined) return [change('CHANNEL_ADDED', name, allYes, said(undefined, is?.description))];
    if (is === undefined) {
      // It may come back as another one, and go again: that is another change.
      const more = { place: was.delivery, pair: [latestVersion(was).schema, was.versions[0].schema] } as const;
      return [change('CHANNEL_REMOVED', name, allNo, { ...said(was.description, undefined), ...more })];
    }
    if (isUntouched(was, is)) return [...channelChanges(was, is)];
    return [
      ...channelChanges(was, is),
      ...removed(was).map((shape) => change('SHAPE_REMOVED', name, noType, said(shape, undefined))),
      ...new VersionComparison(pool.earlier(was), pool.later(is), shapes).changes(),
    ];
  });
  const fingerprints = new ChangeFingerprints(shapes);
  return found.map(({ pair, place, ...change }): Change => {
    const named = { ...change, fingerprint: fingerprints.of({ ...change, pair, place }) };
    return wireOnly ? withoutCode(named) : named;
  });
}

/** A change between releases of which nobody compiles code against the older one. */
function withoutCode({ answers, reasons: { publish: _, handle: __, ...reasons }, ...change }: Change): Change {
  const { summary } = changeKinds[change.kind];
  const own = Object.values(reasons);
  return {
    ...change,
    answers: { ...answers, publish: 'yes', handle: 'yes' },
    reasons,
    reason: own.length === 0 ? change.reason : sentences([summary, ...own]),
  };
}

function byName({ channels }: ContractModel): ReadonlyMap<string, ChannelModel> {
  return new Map(channels.map((channel) => [channel.name, channel]));
}
