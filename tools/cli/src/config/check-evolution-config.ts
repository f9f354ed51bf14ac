import valid from 'semver/functions/valid.js';
import type { EvolutionConfig } from './contract-config.js';
import { ruleSetNames } from './rule-set-names.js';
import { unknownName } from './unknown-name.js';

const options: readonly (keyof EvolutionConfig)[] = ['rules', 'oldest'];

/** What is wrong with the `evolution` part of a configuration, a line for each. */
export function evolutionConfigProblems(evolution: unknown): readonly string[] {
  if (typeof evolution !== 'object' || evolution === null || Array.isArray(evolution)) {
    return ["evolution: must be an object, such as { rules: 'WIRE_FULL' }"];
  }
  return Object.entries(evolution).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (name === 'rules') {
      return ruleSetNames.some((rules) => rules === value)
        ? []
        : [`evolution.rules: must be ${ruleSetNames.join(' or ')}`];
    }
    if (name === 'oldest') {
      return typeof value === 'string' && valid(value) === value
        ? []
        : ["evolution.oldest: must be the version of a release, such as '2.0.0'"];
    }
    return [`evolution: ${unknownName('option', name, options)}`];
  });
}
