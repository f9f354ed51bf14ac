import type { ChannelModel, ContractModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { Explanation } from './explanation.js';
import type { Severity } from './lint-finding.js';

/** A schema on its way through a payload. */
export interface SchemaVisit {
  readonly form: SchemaForm;
  /** Such as `payload.items[].price`. */
  readonly path: string;
  /** The property's name, if the schema is that of a property: its outermost, where several are wrapped around a value. */
  readonly property?: string;
}

/** A rule of `tidings lint`: what it says, and how it looks. Rules are pure, and see the model only. */
export interface LintRule extends Explanation {
  /** How much it weighs if nobody says otherwise. */
  readonly severity: Severity | 'off';
  /** Looks at a channel as a whole. Gives a sentence for each thing it finds, with a path where there is one. */
  readonly channel?: (channel: ChannelModel, model: ContractModel) => readonly ChannelRemark[];
  /** Looks at each schema of the wire side of a channel's latest version. Gives a sentence if it finds something. */
  readonly schema?: (visit: SchemaVisit) => string | undefined;
}

/** What a rule says of a channel. */
export interface ChannelRemark {
  readonly message: string;
  readonly path?: string;
}
