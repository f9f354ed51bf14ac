import { type ChannelModel, latestVersion, type ShapeModel, type VersionModel } from '../model/contract-model.js';
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
import { type Change, change, type FoundChange, sentences } from './change.js';
import { changeKinds } from './change-kinds.js';
import { type FormChange, formChanges } from './form-changes.js';
import { said } from './form-names.js';
import { ruleSets } from './severity.js';
import { placeOf, shownBreak, shownPart } from './shown-break.js';

/** Compares the versions of a channel. */
export class VersionComparison {
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
    const kinds = [...new Set(changes.map(({ kind }) => kind))];
    const told = {
      ...(isRaised && { forward: `only readers from version ${minReader} on are to read it (its minReader)` }),
      ...reasonsFor(answers, reasons, 'payload'),
    };
    return change('VERSION_ADDED', this.#is.name, answers, {
      version,
      before: `version ${latest.version}`,
      after: `version ${version}`,
      kinds,
      reason: sentences([
        `${changeKinds.VERSION_ADDED.summary}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`,
        ...Object.values(told),
      ]),
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

/** The heavier one is the worse. */
const weight: Readonly<Record<Answer, number>> = { yes: 0, unknown: 1, no: 2 };

/** What is so of the whole, and of none of its parts by itself, is told of the first. */
function withWhole(found: readonly FoundChange[], whole: Judgement): readonly FoundChange[] {
  const [first, ...others] = found;
  if (first === undefined) return found;
  const missing = (['backward', 'forward'] as const).filter((question) =>
    found.every(({ answers }) => weight[answers[question]] < weight[whole.answers[question]]),
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
