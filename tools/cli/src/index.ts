export {
  type ContractConfig,
  defineConfig,
  type EvolutionConfig,
  type LintConfig,
  type RuleWeight,
} from './config/contract-config.js';
