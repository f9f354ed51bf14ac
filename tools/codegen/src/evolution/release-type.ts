import type { Severity } from '../compare/severity.js';

/** How a version number is raised. */
export type ReleaseType = 'major' | 'minor' | 'patch';

/**
 * How the version of a package has to be raised for what has changed in it.
 *
 * Before 1.0, as npm's ranges understand it (`^0.2.0` takes no 0.3.0): what breaks raises the minor, everything else the
 * patch; the first release of a contract raises the minor. From 1.0 on it is semver: https://semver.org.
 *
 * @param severity What the changes demand; `review` has to be settled first.
 * @param version The version that was released last, or that package.json has.
 * @param isFirst Whether nothing was released yet.
 */
export function releaseType(severity: Exclude<Severity, 'review'>, version: string, isFirst: boolean): ReleaseType {
  if (!version.startsWith('0.')) return severity;
  return severity === 'major' || isFirst ? 'minor' : 'patch';
}

/** Whether one way to raise a version number is at least as much as another. */
export function isEnough(promised: ReleaseType | 'none' | undefined, needed: ReleaseType): boolean {
  const weight = { none: 0, patch: 1, minor: 2, major: 3 };
  return weight[promised ?? 'none'] >= weight[needed];
}
