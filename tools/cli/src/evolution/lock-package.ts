import { join } from 'node:path';
import {
  demandedBy,
  emptyLock,
  isAsReleased,
  isEnough,
  lockFile,
  lockText,
  type ReleaseType,
  recordRelease,
  releaseType,
} from '@tidings/codegen/evolution';
import { diff, gt } from 'semver';
import { CliError } from '../cli-error.js';
import { packageManifest } from '../config/package-manifest.js';
import type { PackagePlace } from '../config/package-place.js';
import { currentReading } from '../load/current-reading.js';
import type { Progress } from '../report/progress.js';
import type { PackageReport } from '../report/run-on-packages.js';
import { writeWhole } from '../write-whole.js';
import { ownLock } from './baseline-of.js';
import { judgedPackage } from './judged-package.js';
import { refusal, unsettledOf } from './refusal.js';
import { uncommittedIn } from './uncommitted-in.js';

/**
 * Records what is about to be released, under the version that package.json has. Twice records it once.
 *
 * @throws CliError if that version was recorded with other content, or there is no version.
 */
export async function lockPackage(place: PackagePlace, progress: Progress): Promise<PackageReport> {
  const judged = await judgedPackage(place, { progress });
  const { contractPackage, model, findings, baseline } = judged;
  const { contract } = contractPackage;
  const { name, version } = packageManifest(place.root);
  const lock = baseline.lock ?? emptyLock(contract);
  const facts = { contract, version };
  const last = lock.releases.at(-1);
  if (lock.releases.includes(version)) {
    if (last !== version || !isAsReleased(lock, model)) {
      throw new CliError(
        `${name} ${version} is in ${lockFile} already, and the definitions say something else now: raise the version (tidings changeset, then changeset version), then run this again`,
      );
    }
    return report([`${contract}: ${version} is recorded in ${lockFile}, as it is`], { ...facts, written: false });
  }
  if (version === '0.0.0') {
    throw new CliError(
      `${name} has version 0.0.0, which is none to release: run tidings changeset, then changeset version, then this`,
    );
  }
  if (last !== undefined && !gt(version, last)) {
    throw new CliError(
      `${name} has version ${version}, and ${last} was released: raise the version, then run this again`,
    );
  }
  if (unsettledOf(judged).length > 0) return refusal(judged, `${version} is not recorded`);
  const severity = demandedBy(findings);
  const needed =
    last === undefined || severity === undefined || severity === 'review'
      ? undefined
      : releaseType(severity, last, false);
  if (last !== undefined && needed !== undefined && !isEnough(raisedFrom(last, version), needed)) {
    throw new CliError(
      `${name} goes from ${last} to ${version}, and what has changed needs ${needed}: run tidings breaking to see it, raise the version accordingly, then run this again`,
    );
  }
  writeWhole(join(place.root, lockFile), lockText(recordRelease(lock, version, model)));
  return report([`${contract}: ${version} recorded in ${lockFile}: commit it with the version`], {
    ...facts,
    written: true,
  });
}

/** How a version was raised. Between pre-releases of one version, anything may change. */
function raisedFrom(last: string, version: string): ReleaseType {
  const how = diff(last, version)?.replace('pre', '');
  return how === 'minor' || how === 'patch' ? how : 'major';
}

/**
 * Whether what is there can be published: the lock ends with the version of package.json, the definitions are what it says,
 * and everything is committed.
 */
export async function checkLock(place: PackagePlace, progress: Progress): Promise<PackageReport> {
  const { contractPackage, reading } = await currentReading(place, progress);
  const { contract } = contractPackage;
  const { name, version } = packageManifest(place.root);
  const lock = await ownLock(place.root, contract);
  const last = lock?.releases.at(-1);
  const problems: string[] = [];
  if (lock === undefined || last === undefined)
    problems.push(`there is no ${lockFile}: run tidings lock, the release step after changeset version`);
  else if (last !== version) {
    problems.push(`${lockFile} ends with ${last}, and package.json has ${version}: run tidings lock`);
  } else if (!isAsReleased(lock, reading.loaded.model)) {
    problems.push(
      `the definitions are not what ${lockFile} has of ${version}: raise the version (tidings changeset, then changeset version), then run tidings lock`,
    );
  }
  const uncommitted = await uncommittedIn(place.root);
  if (uncommitted.length > 0) {
    const more = uncommitted.length > 5 ? `, and ${uncommitted.length - 5} more` : '';
    problems.push(
      `the tree is dirty, so no commit would hold what is published: ${uncommitted.slice(0, 5).join(', ')}${more}`,
    );
  }
  const lines =
    problems.length === 0
      ? [`${contract}: ready to be published as ${name}@${version}`]
      : [`${contract}: not to be published as ${name}@${version}:`, ...problems.map((problem) => `  ${problem}`)];
  return {
    exitCode: problems.length === 0 ? 0 : 100,
    lines,
    notes: [],
    items: problems.map((message) => ({ severity: 'error', rule: 'lock', message })),
    facts: { contract, version, problems },
  };
}

function report(lines: readonly string[], facts: Readonly<Record<string, unknown>>): PackageReport {
  return { exitCode: 0, lines, notes: [], items: [], facts };
}
