import type { Answers } from '../compare/answers.js';
import type { Change } from '../compare/change.js';
import { formChangeKinds } from '../compare/change-kinds.js';
import { compareContracts } from '../compare/compare-contracts.js';
import { type RuleSet, ruleSets, type Severity, severityOf } from '../compare/severity.js';
import type { Release } from '../lock/released-models.js';
import type { ContractModel } from '../model/contract-model.js';
import { shapesReachedBy } from '../model/shapes-reached.js';
import type { Acceptance } from './acceptance.js';
import { channelsThatDiffer } from './channels-that-differ.js';

/**
 * What becomes of a change.
 *
 * - `fine`: it hurts nobody.
 * - `breaking`: it hurts somebody, and a major release may do that.
 * - `forbidden`: a released version was edited so that old and new can't read each other. No release may do that, since
 *   events of that version are stored and its readers run: a new version has to be added instead.
 * - `open`: it could not be decided, and nobody has yet.
 * - `accepted`: somebody has, on the record.
 */
export type Standing = 'fine' | 'breaking' | 'forbidden' | 'open' | 'accepted';

/** A change, and what becomes of it. */
export interface Finding extends Change {
  /** The release that it was compared with; undefined if nothing was released. */
  readonly against: string | undefined;
  readonly standing: Standing;
  /** What it demands of the next version number. Of what is `open`, nothing can be said. */
  readonly severity: Severity;
  /** The record of who let it pass. */
  readonly accepted?: Acceptance;
}

/** How a contract is held against its releases. */
export interface JudgeOptions {
  /** Which questions count. Default `TYPES`: all four. */
  readonly rules?: RuleSet;
  /** What was let pass. Default: nothing. */
  readonly accepted?: readonly Acceptance[];
  /**
   * Whether each release is looked at, or the last one only. Default true: events of older ones may be stored, and their readers
   * may run. Of them only reading counts; code is compiled against the last.
   */
  readonly transitive?: boolean;
}

/**
 * Holds a contract against what was released of it. What a release in between has done already is not told again.
 *
 * @param releases Oldest first. None: everything is new.
 */
export function judgeEvolution(
  releases: readonly Release[],
  now: ContractModel,
  { rules = 'TYPES', accepted = [], transitive = true }: JudgeOptions = {},
): readonly Finding[] {
  const last = releases.at(-1);
  const accepting = new Map(accepted.map((acceptance) => [acceptance.fingerprint, acceptance]));
  const findings = new Map<string, Finding>();
  const found = (change: Change, against: string | undefined, counted: RuleSet): void => {
    if (findings.has(change.fingerprint)) return;
    findings.set(change.fingerprint, finding(change, against, counted, accepting.get(change.fingerprint)));
  };
  for (const change of compareContracts(last?.model ?? nothing(now), now)) found(change, last?.version, rules);
  if (last === undefined || !transitive) return [...findings.values()];
  let newer = last;
  for (const release of releases.slice(0, -1).reverse()) {
    const names = channelsThatDiffer(release.model, newer.model);
    newer = release;
    if (names.size === 0) continue;
    const [then, lately, today] = [release.model, last.model, now].map((model) => only(names, model)) as [
      ContractModel,
      ContractModel,
      ContractModel,
    ];
    const known = new Set(compareContracts(then, lately).map(({ fingerprint }) => fingerprint));
    for (const change of compareContracts(then, today, { wireOnly: true })) {
      if (known.has(change.fingerprint)) continue;
      const wireRules = rules === 'TYPES' ? 'WIRE_FULL' : rules;
      if (isHarmless(severityOf(change, wireRules)) || isToldOf(change, findings.values())) continue;
      found(change, release.version, wireRules);
    }
  }
  return [...findings.values()].sort((a, b) => (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0));
}

/** What all changes together demand of the next version number; undefined if there are none. */
export function demandedBy(findings: readonly Finding[]): Severity | undefined {
  const found = new Set(findings.map(({ severity }) => severity));
  return (['review', 'major', 'minor', 'patch'] as const).find((severity) => found.has(severity));
}

function finding(
  change: Change,
  against: string | undefined,
  rules: RuleSet,
  accepted: Acceptance | undefined,
): Finding {
  const severity = severityOf(change, rules);
  if (isHarmless(severity)) return { ...change, against, severity, standing: 'fine' };
  if (accepted !== undefined) {
    // What is known to break still breaks; what nobody could tell is held to be harmless from now on.
    const settled = severityOf({ ...change, answers: settledAnswers(change.answers) }, rules);
    return { ...change, against, severity: settled, standing: 'accepted', accepted };
  }
  if (isOpen(change, rules)) return { ...change, against, severity: 'review', standing: 'open' };
  return { ...change, against, severity, standing: isForbidden(change, rules) ? 'forbidden' : 'breaking' };
}

/** Whether a version that came was told of already, with answers that are no better. */
function isToldOf({ kind, channel, version, answers }: Change, findings: Iterable<Finding>): boolean {
  if (kind !== 'VERSION_ADDED') return false;
  for (const told of findings) {
    const isSame = told.kind === kind && told.channel === channel && told.version === version;
    if (isSame && told.standing !== 'accepted' && told.answers.forward === 'no' && answers.forward === 'no')
      return true;
  }
  return false;
}

/** Whether it could not be decided who reads what, whatever else is known of it. */
function isOpen({ answers }: Change, rules: RuleSet): boolean {
  const wire = ruleSets[rules].filter((question) => question === 'backward' || question === 'forward');
  const given = wire.map((question) => answers[question]);
  return given.includes('unknown') && !given.includes('no');
}

function settledAnswers(answers: Answers): Answers {
  const settled = Object.entries(answers).map(([question, answer]) => [
    question,
    answer === 'unknown' ? 'yes' : answer,
  ]);
  return Object.fromEntries(settled) as Answers;
}

function isForbidden({ kind, answers: { backward, forward } }: Change, rules: RuleSet): boolean {
  if (!Object.hasOwn(formChangeKinds, kind)) return false;
  return backward === 'no' || (forward === 'no' && rules !== 'WIRE_BACKWARD');
}

function isHarmless(severity: Severity): boolean {
  return severity === 'minor' || severity === 'patch';
}

function nothing({ model, contract }: ContractModel): ContractModel {
  return { model, contract, channels: [], shapes: [] };
}

function only(names: ReadonlySet<string>, model: ContractModel): ContractModel {
  const channels = model.channels.filter(({ name }) => names.has(name));
  return { ...model, channels, shapes: shapesReachedBy(channels, model.shapes) };
}
