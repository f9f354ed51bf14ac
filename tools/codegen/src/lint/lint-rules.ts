import type { LintRule } from './lint-rule.js';
import { channelDescription } from './rules/channel-description.js';
import { channelName } from './rules/channel-name.js';
import { closedEnum } from './rules/closed-enum.js';
import { missingKey, optionalKey } from './rules/optional-key.js';
import { optionalNullable } from './rules/optional-nullable.js';
import { propertyDescription } from './rules/property-description.js';
import { propertyName } from './rules/property-name.js';
import { unboundedArray } from './rules/unbounded-array.js';
import { unboundedString } from './rules/unbounded-string.js';
import { unusedException } from './rules/unused-exception.js';
import { zodBrand } from './rules/zod-brand.js';

/** Every rule of `tidings lint`, in the order in which they are listed. */
export const lintRules: readonly LintRule[] = [
  channelName,
  propertyName,
  channelDescription,
  propertyDescription,
  unboundedString,
  unboundedArray,
  closedEnum,
  optionalKey,
  missingKey,
  optionalNullable,
  zodBrand,
  unusedException,
];
