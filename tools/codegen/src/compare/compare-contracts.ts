import {
  type ChannelModel,
  type ContractModel,
  latestVersion,
  type ShapeModel,
  type VersionModel,
} from '../model/contract-model.js';
import { isSameJson } from '../model/same-json.js';
import type { SchemaForm } from '../model/schema-form.js';
import { FormIndex } from '../validate/form-index.js';
import {
  type Answer,
  type Answers,
  allNo,
  allYes,
  type Counterexample,
  type Judgement,
  judge,
  reasonText,
} from './answers.js';
import { ChangeFingerprints } from './change-fingerprint.js';
import { type ChangeKind, changeKinds } from './change-kinds.js';
import { type FormChange, formChanges } from './form-changes.js';
import { said } from './form-names.js';
import { FormPool } from './form-pool.js';

import { removedShapes } from './removed-shapes.js';
import { placeOf, shownBreak, shownPart } from './shown-break.js';
import { untouched } from './untouched.js';

/** What is different between two states of a contract. */
export interface Change {
  readonly kind: ChangeKind;
  readonly channel: string;
  /** The version of the payload that differs; absent where the channel as a whole does. */
  readonly version?: number;
  /** Where in the payload: such as `payload.items[].price`. */
  readonly path?: string;
  readonly before?: string;
  readonly after?: string;
  readonly answers: Answers;
  /** What happened, and why something is not a `yes`, in sentences. */
  readonly reason: string;
  /** Why something is not a `yes`, by question, where that was computed. */
  readonly reasons: Readonly<Partial<Record<keyof Answers, string>>>;
  /** What to do about it. */
  readonly mend: string;
  /** For a `no` about reading, where values show it. */
  readonly counterexamples: readonly Counterexample[];
  /** What the change is known by: the same on every machine, whatever else changed. `tidings accept` takes it. */
  readonly fingerprint: string;
}

/** How two states of a contract are compared. */
export interface CompareOptions {
  /** Whether only reading is asked about: nobody compiles code against the older one any more. Default false. */
  readonly wireOnly?: boolean;
}

/** What a change demands of the next version number, at least; `review`: somebody has to look at it first. */
export type Severity = 'patch' | 'minor' | 'review' | 'major';

/** Which questions count. Each set holds all of the one before. */
export const ruleSets: Readonly<Record<RuleSet, readonly (keyof Answers)[]>> = {
  WIRE_BACKWARD: ['backward'],
  WIRE_FULL: ['backward', 'forward'],
  TYPES: ['backward', 'forward', 'publish', 'handle'],
};

/** The name of a set of questions. */
export type RuleSet = 'WIRE_BACKWARD' | 'WIRE_FULL' | 'TYPES';

/** How much a change weighs, by the questions that count. */
export function severityOf({ kind, answers }: Pick<Change, 'kind' | 'answers'>, rules: RuleSet = 'TYPES'): Severity {
  const given = ruleSets[rules].map((question): Answer => answers[question]);
  if (given.includes('no')) return 'major';
  if (given.includes('unknown')) return 'review';
  return forPeople.has(kind) ? 'patch' : 'minor';
}

/** The heaviest of some changes; undefined if there are none. */
export function heaviest(changes: readonly Change[], rules: RuleSet = 'TYPES'): Severity | undefined {
  const found = new Set(changes.map((change) => severityOf(change, rules)));
  return (['major', 'review', 'minor', 'patch'] as const).find((severity) => found.has(severity));
}

const forPeople: ReadonlySet<ChangeKind> = new Set(['TITLE_CHANGED', 'DESCRIPTION_CHANGED', 'EXAMPLES_CHANGED']);

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

/** It reads, and what code names is not there any more. */
const noType: Answers = { ...allYes, publish: 'no', handle: 'no' };

function byName({ channels }: ContractModel): ReadonlyMap<string, ChannelModel> {
  return new Map(channels.map((channel) => [channel.name, channel]));
}

interface FoundChange extends Omit<Change, 'fingerprint'> {
  readonly pair?: FormChange['pair'];
  readonly place?: string;
}

type Rest = Partial<Omit<FoundChange, 'kind' | 'channel' | 'answers'>>;

function change(kind: ChangeKind, channel: string, answers: Answers, more: Rest = {}): FoundChange {
  const { summary, why, mend } = changeKinds[kind];
  return {
    kind,
    channel,
    answers,
    reason: sentence(`${summary}. ${why}`),
    reasons: {},
    mend,
    counterexamples: [],
    ...more,
  };
}

/** What is different in what is said of a channel. */
function* channelChanges(was: ChannelModel, is: ChannelModel): Generator<FoundChange> {
  const { name } = is;
  const open: Answers = { ...allYes, backward: 'unknown', forward: 'unknown' };
  if (was.delivery !== is.delivery) {
    yield change('DELIVERY_CHANGED', name, { ...allNo, publish: 'yes' }, said(was.delivery, is.delivery));
  }
  if (was.identifier !== is.identifier) {
    yield change('EXPORT_RENAMED', name, noType, said(was.identifier, is.identifier));
  }
  if (was.key !== is.key) yield change('KEY_CHANGED', name, open, said(was.key, is.key));
  if (!isSameJson(was.retention, is.retention)) {
    yield change('RETENTION_CHANGED', name, open, said(shown(was.retention), shown(is.retention)));
  }
  for (const { version, minReader } of is.versions) {
    const before = was.versions.find((each) => each.version === version)?.minReader ?? minReader;
    if (before === minReader) continue;
    const isRaised = minReader > before;
    const kind = isRaised ? 'MIN_READER_RAISED' : 'MIN_READER_LOWERED';
    const answers: Answers = isRaised ? { ...allYes, forward: 'no' } : allYes;
    yield change(kind, name, answers, { version, before: String(before), after: String(minReader) });
  }
  if (was.deprecated !== is.deprecated) {
    const kind = is.deprecated === undefined ? 'CHANNEL_RESTORED' : 'CHANNEL_DEPRECATED';
    yield change(kind, name, allYes, said(was.deprecated, is.deprecated));
  }
  if (was.description !== is.description) {
    yield change('DESCRIPTION_CHANGED', name, allYes, said(was.description, is.description));
  }
}

/** Compares the versions of a channel. */
class VersionComparison {
  readonly #was: ChannelModel;
  readonly #is: ChannelModel;
  readonly #shapes: readonly ShapeModel[];
  /** How many whole payloads were made. */
  #made = 0;

  /** @param shapes Those of both. */
  constructor(was: ChannelModel, is: ChannelModel, shapes: readonly ShapeModel[]) {
    this.#was = was;
    this.#is = is;
    this.#shapes = shapes;
  }

  *changes(): Generator<FoundChange> {
    const [was, is] = [this.#was, this.#is];
    const known = new Map(was.versions.map((version) => [version.version, version]));
    const left = new Set(is.versions.map(({ version }) => version));
    for (const version of is.versions) {
      const old = known.get(version.version);
      if (old !== undefined) yield* this.#edited(old, version);
      else yield this.#added(version);
    }
    for (const { version, schema } of was.versions) {
      if (!left.has(version)) yield change('VERSION_RETIRED', is.name, allNo, { version, pair: [schema, schema] });
    }
  }

  /** A version that came. What is older is upcast, so that new readers read it. */
  #added({ version, minReader, schema }: VersionModel): FoundChange {
    const latest = latestVersion(this.#was);
    const changes = formChanges(latest.schema, schema, this.#shapes);
    const { answers: own, counterexamples, reasons } = judge(latest.schema, schema, this.#shapes);
    // They could read it, and are told not to.
    const isRaised = own.forward === 'yes' && minReader > latest.version;
    const answers: Answers = { ...own, backward: 'yes', ...(isRaised && { forward: 'no' }) };
    const kinds = [...new Set(changes.map(({ kind }) => kind))].join(', ');
    const told = {
      ...(isRaised && { forward: `only readers from version ${minReader} on are to read it (its minReader)` }),
      ...reasonsFor(answers, reasons, 'payload'),
    };
    return change('VERSION_ADDED', this.#is.name, answers, {
      version,
      before: `version ${latest.version}`,
      after: `version ${version}`,
      reason: sentences([`${changeKinds.VERSION_ADDED.summary}${kinds && ` (${kinds})`}`, ...Object.values(told)]),
      reasons: told,
      pair: [latest.schema, schema],
      counterexamples: counterexamples.filter(({ refusedBy }) => refusedBy === 'old'),
    });
  }

  /** A version that was edited in place. */
  *#edited(was: VersionModel, is: VersionModel): Generator<FoundChange> {
    const changes = formChanges(was.schema, is.schema, this.#shapes);
    if (changes.length === 0) return;
    const whole = judge(was.schema, is.schema, this.#shapes);
    // Types are those of the latest version; code was written for what was the latest then.
    const isTyped = was.version === latestVersion(this.#was).version && is.version === latestVersion(this.#is).version;
    const found = changes.map((each): FoundChange => {
      const own = each.pair === undefined ? undefined : judge(...each.pair, this.#shapes);
      const answers = answersFor(each, milder(own?.answers ?? allYes, whole.answers), isTyped);
      const { summary, mend } = changeKinds[each.kind];
      const reasons = { ...lossOf(each, answers), ...reasonsFor(answers, own?.reasons ?? {}, placeOf(each)) };
      return change(each.kind, this.#is.name, answers, {
        version: is.version,
        path: each.path,
        ...said(each.before, each.after),
        reason: sentences([summary, ...Object.values(reasons)]),
        reasons,
        ...(each.pair !== undefined && { pair: each.pair }),
        ...(each.place !== undefined && { place: each.place }),
        mend,
        counterexamples: this.#shown(each, answers, own, whole, [was.schema, is.schema]),
      });
    });
    yield* withWhole(found, whole);
  }

  /** Payloads that show a change: that of the whole if it is about this place, else one that is made for it. */
  #shown(
    change: FormChange,
    answers: Answers,
    own: Judgement | undefined,
    whole: Judgement,
    [before, after]: readonly [SchemaForm, SchemaForm],
  ): readonly Counterexample[] {
    const forms = FormIndex.of(this.#shapes);
    return (own?.counterexamples ?? []).flatMap((part): readonly Counterexample[] => {
      const isOld = part.refusedBy === 'old';
      if (answers[isOld ? 'forward' : 'backward'] !== 'no') return [];
      const known = whole.counterexamples.find(({ refusedBy }) => refusedBy === part.refusedBy);
      if (known?.path === change.path && known.reason === part.reason) return [known];
      if (this.#made >= mostMade) return [shownPart(change, part)];
      this.#made += 1;
      const [writer, reader] = isOld ? [after, before] : [before, after];
      return [shownBreak(change, part, { writer, reader, forms })];
    });
  }
}

/** Of a channel in which more than this breaks, the rest is shown by the parts: nobody reads on, and payloads may be large. */
const mostMade = 20;

/** What is so of the whole, and of none of its parts by itself, is told of the first. */
function withWhole(found: readonly FoundChange[], whole: Judgement): readonly FoundChange[] {
  const [first, ...others] = found;
  if (first === undefined) return found;
  const missing = (['backward', 'forward'] as const).filter(
    (question) =>
      whole.answers[question] !== 'yes' &&
      found.every(({ answers }) => answers[question] === 'yes' || answers[question] !== whole.answers[question]) &&
      !found.some(({ answers }) => answers[question] === 'no'),
  );
  if (missing.length === 0) return found;
  const answers = {
    ...first.answers,
    ...Object.fromEntries(missing.map((question) => [question, whole.answers[question]])),
  };
  const told = reasonsFor(answers, Object.fromEntries(missing.map((each) => [each, whole.reasons[each]])), 'payload');
  const shown = whole.counterexamples.filter(({ refusedBy }) =>
    missing.includes(refusedBy === 'old' ? 'forward' : 'backward'),
  );
  return [
    {
      ...first,
      answers,
      reasons: { ...first.reasons, ...told },
      reason: [first.reason, sentences(Object.values(told))].join(' '),
      counterexamples: [...first.counterexamples, ...shown],
    },
    ...others,
  ];
}

/** What is lost where nothing fails. */
function lossOf({ kind, before, after }: FormChange, answers: Answers): Change['reasons'] {
  if (kind !== 'FIELD_RENAMED') return {};
  return {
    ...(answers.backward === 'no' && {
      backward: `what was written as ${before} is lost to new readers, who look for ${after}`,
    }),
    ...(answers.forward === 'no' && {
      forward: `what is written as ${after} is lost to old readers, who look for ${before}`,
    }),
  };
}

/** What a change means by itself, beyond what its forms say. */
function answersFor({ kind }: FormChange, given: Answers, isTyped: boolean): Answers {
  // Nothing fails where it may be missing, and what it says is lost.
  const answers: Answers = kind === 'FIELD_RENAMED' ? { ...given, backward: 'no', forward: 'no' } : given;
  if (!isTyped) return { ...answers, publish: 'yes', handle: 'yes' };
  // It compiles, and then throws where more is given than the channel knows.
  return kind === 'STRIP_TO_STRICT' ? { ...answers, publish: 'no' } : answers;
}

/** What does no harm as a whole, does none in a part: something else covers it. */
function milder(own: Answers, whole: Answers): Answers {
  return {
    ...own,
    backward: whole.backward === 'yes' ? 'yes' : own.backward,
    forward: whole.forward === 'yes' ? 'yes' : own.forward,
  };
}

/** Why something is not a `yes`, in a sentence each. `at`: where stands what was judged. */
function reasonsFor(answers: Answers, reasons: Judgement['reasons'], at: string): Change['reasons'] {
  return Object.fromEntries(
    ruleSets.TYPES.flatMap((question) => {
      const reason = answers[question] === 'yes' ? undefined : reasons[question];
      return reason === undefined ? [] : [[question, reasonText(reason, at)]];
    }),
  );
}

function sentences(parts: readonly string[]): string {
  return parts.map((part) => `${sentence(part)}.`).join(' ');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shown(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
