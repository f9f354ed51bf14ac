export { type ContractConfig, defineConfig } from './config/contract-config.js';
