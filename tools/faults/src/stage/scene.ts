import type { MediumSpec } from '../media/medium-spec.js';
import type { Who } from './cast.js';

/** Servers, and where participants find them. */
export interface Scene extends AsyncDisposable {
  medium(who: Who): MediumSpec;
}
