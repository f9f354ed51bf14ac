export { type ContractConfig, defineConfig, type LintConfig, type RuleWeight } from './config/contract-config.js';
