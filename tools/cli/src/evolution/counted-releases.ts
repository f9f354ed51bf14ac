import gte from 'semver/functions/gte.js';
import valid from 'semver/functions/valid.js';

/**
 * Which releases count: none before the oldest that does is anybody's any more. The last one is what users have, and counts in
 * any case.
 */
export function countedReleases(releases: readonly string[], oldest: string | undefined): readonly string[] {
  if (oldest === undefined) return releases;
  const last = releases.at(-1);
  return releases.filter((release) => release === last || valid(release) === null || gte(release, oldest));
}
