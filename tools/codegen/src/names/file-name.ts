import { createHash } from 'node:crypto';
import { kebabCase } from './identifier-case.js';

/** Far below what any file system takes, so that folders of some depth still have room (Windows: 260 in all). */
const longest = 80;

/** Ours, and those that Windows keeps for devices, in any letter case and with any ending. */
const taken: ReadonlySet<string> = new Set(
  'index client shapes con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9'.split(
    ' ',
  ),
);

/**
 * The file that a channel's module goes into, without its ending: lower-case words joined by hyphens, neither too long
 * nor special on any system. One that is cut keeps a hash of the whole, so that it stays the only one of its name.
 */
export function moduleFileName(identifier: string): string {
  const name = kebabCase(identifier);
  if (name === '' || taken.has(name)) return name === '' ? 'channel' : `${name}-channel`;
  if (Buffer.byteLength(name) <= longest) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${cut(name, longest - hash.length - 1)}-${hash}`;
}

/** As many whole characters as fit into so many bytes. */
function cut(name: string, bytes: number): string {
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept.replace(/-+$/, '');
}
