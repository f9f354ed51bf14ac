import type { Finding } from './inclusion.js';
import type { BareForm } from './wire-options.js';
import { article } from './words.js';

/** What begins a reason that is no answer. */
export const doubt = 'whether';

/** The finding for two forms whose relation can't be told. */
export function undecided(writer: BareForm, reader: BareForm): Finding {
  return {
    verdict: 'unknown',
    path: '',
    reason: `${doubt} ${article(writer.kind)} is always this ${reader.kind} can't be told`,
    values: [],
  };
}
