import type { LintFinding } from './lint-finding.js';
import type { LintException } from './lint-settings.js';

/**
 * Whether a finding is meant to be so. What is in a shape is excused by the shape's name alone: which channel leads
 * there first changes as channels come and go.
 */
export function isExcused(finding: LintFinding, { rule, channel, shape, file, path }: LintException): boolean {
  if (rule !== finding.rule) return false;
  if (shape !== finding.shape) return false;
  if (channel !== undefined && !fits(finding.channel ?? '', channel)) return false;
  if (file !== undefined && file !== finding.file) return false;
  return path === undefined || isWithin(finding.path ?? '', path);
}

/** `*` stands for anything. */
function fits(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${[first, ...rest].join('.*')}$`).test(name);
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[({]/.test(path.slice(outer.length)));
}
