import type { LintException } from '@tidings/codegen/lint';

/** How much a finding weighs; `off` looks for nothing. */
export type RuleWeight = 'off' | 'warn' | 'error';

/** How a contract is linted. */
export interface LintConfig {
  /** What a rule weighs in this contract, by its id: see `tidings rules`. Default: as the rule says. */
  readonly rules?: Readonly<Record<string, RuleWeight>>;
  /** What is meant to be as it is: the rule, where (a channel, a shape, a file, a path in the payload), and why. */
  readonly exceptions?: readonly LintException[];
}

/** How a contract may change. */
export interface EvolutionConfig {
  /**
   * Which questions count: `WIRE_BACKWARD`, whether new readers read old events; `WIRE_FULL`, whether old readers read new ones
   * too; `TYPES`, whether code that was written for it still compiles as well. Default `TYPES`.
   */
  readonly rules?: 'WIRE_BACKWARD' | 'WIRE_FULL' | 'TYPES';
  /**
   * The oldest release that still counts, such as `'2.0.0'`: none of those before it runs anywhere, and none of their events is
   * stored. Default: all releases count.
   */
  readonly oldest?: string;
}

/** What `tidings.config.ts` may say. Paths are relative to it. */
export interface ContractConfig {
  /** The contract's name, from which the facade's is made. Default: the last part of the package's name. */
  readonly contract?: string;
  /** The files that define channels: one or several glob patterns. Default `src/channels/**\/*.ts`. */
  readonly channels?: string | readonly string[];
  /**
   * Files with schemas that channels share: each exported schema is a type of its own in the generated client, called
   * after its export. Default `src/shapes/**\/*.ts`.
   */
  readonly shapes?: string | readonly string[];
  /** The folder that the client is written to. Default `src/generated`. */
  readonly output?: string;
  /**
   * The folder that the JSON Schemas of what travels and the AsyncAPI document are written to; `false`: they are not.
   * Default `spec`.
   */
  readonly spec?: string | false;
  /** What `tidings lint` looks for. Default: every rule, as `tidings rules` lists it. */
  readonly lint?: LintConfig;
  /** What `tidings breaking` and `tidings changeset` hold changes against. */
  readonly evolution?: EvolutionConfig;
}

/**
 * Types the configuration of a contract package.
 *
 * @example
 * ```ts
 * import { defineConfig } from '@tidings/cli';
 *
 * export default defineConfig({
 *   contract: 'conversation',
 *   lint: { rules: { 'property-description': 'warn' } },
 * });
 * ```
 */
export function defineConfig(config: ContractConfig): ContractConfig {
  return config;
}
