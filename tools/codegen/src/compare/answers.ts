import type { ShapeModel } from '../model/contract-model.js';
import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';
import { handlerCompiles, publishCompiles, type TypeBreak } from './compiles.js';
import { includes } from './includes.js';
import type { Inclusion, Side } from './inclusion.js';
import { PairMap } from './pair-map.js';

/** `unknown`: it could not be decided, and is for people to decide. */
export type Answer = 'yes' | 'no' | 'unknown';

/** What is asked of every change. */
export interface Answers {
  /** Can a new reader read what was written before? */
  readonly backward: Answer;
  /** Can an old reader read what is written now? */
  readonly forward: Answer;
  /** Does a publish call from before compile? */
  readonly publish: Answer;
  /** Does a handler from before compile? */
  readonly handle: Answer;
}

export const allYes: Answers = { backward: 'yes', forward: 'yes', publish: 'yes', handle: 'yes' };
export const allNo: Answers = { backward: 'no', forward: 'no', publish: 'no', handle: 'no' };

/** A payload that one side writes and the other refuses, as was tried on both. */
export interface Counterexample {
  /** `old`: a reader from before refuses what is written now. `new`: a new reader refuses what was written before. */
  readonly refusedBy: 'old' | 'new';
  readonly payload: JsonValue;
  /** Where, and why. */
  readonly path: string;
  readonly reason: string;
  /** Whether it is a part by itself, which stands at `path`: no whole payload could be made of it and tried. */
  readonly isPart?: true;
}

/** The answers for two forms, and what shows them. */
export interface Judgement {
  readonly answers: Answers;
  /** For each `no` about reading. */
  readonly counterexamples: readonly Counterexample[];
  /** Why something is not a `yes`. */
  readonly reasons: Readonly<Partial<Record<keyof Answers, Reason>>>;
}

/** Why something is not a `yes`: what is so, and where and why in what was judged. */
export interface Reason {
  readonly said: string;
  readonly path: string;
  readonly why: string;
}

/** A reason as a sentence, without its end. `at`: where stands what was judged. */
export function reasonText({ said, path, why }: Reason, at: string): string {
  return `${said}: ${at}${path}: ${why}`;
}

/** Answers the four questions for two forms, whose shapes are in one list. */
export function judge(before: SchemaForm, after: SchemaForm, shapes: readonly ShapeModel[]): Judgement {
  const known = judgements.get(shapes) ?? new PairMap<SchemaForm, Judgement>();
  judgements.set(shapes, known);
  return known.once(before, after, () => judged({ form: before, shapes }, { form: after, shapes }));
}

/** Of the forms of two models that are in one. */
const judgements = new WeakMap<readonly ShapeModel[], PairMap<SchemaForm, Judgement>>();

function judged(old: Side, now: Side): Judgement {
  const [backward, forward] = [includes(old, now), includes(now, old)];
  const [publish, handle] = [publishCompiles(old, now), handlerCompiles(old, now)];
  return {
    answers: {
      backward: backward.verdict,
      forward: forward.verdict,
      publish: publish === undefined ? 'yes' : 'no',
      handle: handle === undefined ? 'yes' : 'no',
    },
    counterexamples: [...counterexample('new', backward), ...counterexample('old', forward)],
    reasons: {
      ...(backward.verdict !== 'yes' && { backward: reading('a new reader', 'what was written before', backward) }),
      ...(forward.verdict !== 'yes' && { forward: reading('an old reader', 'what is written now', forward) }),
      ...(publish !== undefined && { publish: compiling('a publish call', publish) }),
      ...(handle !== undefined && { handle: compiling('a handler', handle) }),
    },
  };
}

function counterexample(refusedBy: Counterexample['refusedBy'], found: Inclusion): readonly Counterexample[] {
  if (found.verdict !== 'no') return [];
  const { path, reason, payload } = found;
  return [{ refusedBy, payload, path: `payload${path}`, reason }];
}

function reading(
  reader: string,
  what: string,
  { verdict, path, reason }: Exclude<Inclusion, { verdict: 'yes' }>,
): Reason {
  return {
    said: `${reader} ${verdict === 'no' ? 'refuses some of' : 'may refuse some of'} ${what}`,
    path,
    why: reason,
  };
}

function compiling(code: string, { path, reason }: TypeBreak): Reason {
  return { said: `${code} no longer compiles`, path, why: reason };
}
