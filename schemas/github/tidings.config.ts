import { type ContractConfig, defineConfig } from '@tidings/cli';

const config: ContractConfig = defineConfig({
  contract: 'github',
  channels: 'src/channels/*.ts',
  shapes: 'src/shapes/*.ts',
  output: 'src/generated',
});

export default config;
