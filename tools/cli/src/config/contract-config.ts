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
}

/**
 * Types the configuration of a contract package.
 *
 * @example
 * ```ts
 * import { defineConfig } from '@tidings/cli';
 *
 * export default defineConfig({ contract: 'conversation', output: 'src/generated' });
 * ```
 */
export function defineConfig(config: ContractConfig): ContractConfig {
  return config;
}
