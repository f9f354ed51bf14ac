import { createHash } from 'node:crypto';
import { sentences } from '../compare/change.js';
import { changeKinds } from '../compare/change-kinds.js';
import { markdownCode, markdownText } from '../text/markdown-text.js';
import type { Finding } from './judge-evolution.js';
import type { ReleaseType } from './release-type.js';
import { shownPayload } from './shown-payload.js';

/** What a changeset is about. */
export interface ChangesetFacts {
  /** The name of the package on npm. */
  readonly packageName: string;
  readonly type: ReleaseType;
  readonly findings: readonly Finding[];
}

/** What the names of our changesets of a package begin with. */
export function changesetPrefix(packageName: string): string {
  const words = packageName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `tidings-${words}-`;
}

/** The name of the changeset file, made of what has changed: writing it twice writes the same file. */
export function changesetName({ packageName, findings }: Pick<ChangesetFacts, 'packageName' | 'findings'>): string {
  const changes = findings.map(({ fingerprint, standing }) => `${fingerprint} ${standing}`).sort();
  const hash = createHash('sha256')
    .update([packageName, ...changes].join('\n'))
    .digest('hex')
    .slice(0, 10);
  return `${changesetPrefix(packageName)}${hash}.md`;
}

/** The changeset: which package is raised how, and what happened to its events, in words. */
export function changesetText(facts: ChangesetFacts): string {
  const entries = facts.findings.map(entryOf);
  const titles = [...new Set(entries.map(({ title }) => title))];
  const sections = (Object.keys(headings) as readonly Heading[]).filter((title) => titles.includes(title));
  const counted = sections.map((title) => {
    const channels = new Set(entries.filter((entry) => entry.title === title).map(({ channel }) => channel)).size;
    return `${channels} ${headings[title]}`;
  });
  const lines = sections.flatMap((title) =>
    entries.filter((entry) => entry.title === title).map(({ text }) => `- **${title}**: ${text}`),
  );
  return `---\n${quoted(facts.packageName)}: ${facts.type}\n---\n\nEvents: ${counted.join(', ')}\n\n${lines.join('\n')}\n`;
}

/** What is told first comes first; the words behind are for the count of channels. */
const headings = {
  Breaking: 'with breaking changes',
  Added: 'added',
  Evolved: 'evolved',
  Deprecated: 'deprecated',
  Restored: 'restored',
  Accepted: 'with changes that were looked at',
  Changed: 'changed',
  Described: 'described in other words',
} as const;

type Heading = keyof typeof headings;

interface Entry {
  readonly title: Heading;
  readonly channel: string;
  readonly text: string;
}

function entryOf(finding: Finding): Entry {
  const { channel } = finding;
  const title = titleOf(finding);
  return { title, channel, text: [whatHappened(finding), ...shownBelow(finding, title)].join('\n') };
}

function titleOf({ kind, severity, standing }: Finding): Heading {
  if (severity === 'major') return 'Breaking';
  if (kind === 'CHANNEL_ADDED') return 'Added';
  if (kind === 'VERSION_ADDED') return 'Evolved';
  if (kind === 'CHANNEL_DEPRECATED') return 'Deprecated';
  if (kind === 'CHANNEL_RESTORED') return 'Restored';
  if (standing === 'accepted') return 'Accepted';
  return severity === 'patch' ? 'Described' : 'Changed';
}

function whatHappened(finding: Finding): string {
  const { kind, channel, version, path, before, after } = finding;
  const where =
    path === undefined || path === 'payload'
      ? markdownCode(channel)
      : `${markdownCode(channel)}, ${markdownCode(path)}`;
  const values = saidValues(before, after);
  const what = kind === 'VERSION_ADDED' ? newVersion(finding) : changeKinds[kind].summary;
  return `${where}: ${what}${kind === 'VERSION_ADDED' ? '' : values}${version !== undefined && kind === 'VERSION_RETIRED' ? ` (version ${version})` : ''}`;
}

/** A version that came, and what is different in it. */
function newVersion({ version, kinds = [] }: Finding): string {
  const words = kinds.map((kind) => changeKinds[kind].summary);
  return `version ${version} came${words.length === 0 ? '' : `, in which ${words.join('; ')}`}`;
}

function saidValues(before: string | undefined, after: string | undefined): string {
  if (after === undefined) return '';
  return before === undefined ? ` (${markdownText(after)})` : ` (${markdownText(before)} → ${markdownText(after)})`;
}

/** Why, and the payload that shows it, for what has to be known before updating. */
function shownBelow(finding: Finding, title: Heading): readonly string[] {
  const { counterexamples, accepted } = finding;
  const lines: string[] = [];
  if (title === 'Breaking') lines.push(`  ${markdownText(whyOf(finding))}`);
  if (accepted !== undefined) lines.push(`  Accepted: ${markdownText(accepted.reason)}`);
  if (title !== 'Breaking') return lines;
  for (const { payload, refusedBy, path, reason: why, isPart } of counterexamples.slice(0, 2)) {
    const reader = refusedBy === 'old' ? 'Readers of the release before' : 'Readers of this release';
    const what = isPart
      ? `this at ${markdownText(path)} (${markdownText(why)})`
      : `this (${markdownText(`${path}: ${why}`)})`;
    lines.push('', `  ${reader} refuse ${what}:`, '', '  ```json');
    lines.push(...shownPayload(payload).map((line) => `  ${line}`), '  ```');
  }
  return lines;
}

/** Why it hurts: what happened is told already. */
function whyOf({ kind, reasons }: Finding): string {
  const computed = Object.values(reasons);
  return computed.length === 0 ? changeKinds[kind].why : sentences(computed);
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
