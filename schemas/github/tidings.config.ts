import { type ContractConfig, defineConfig } from '@tidings/cli';

const config: ContractConfig = defineConfig({
  contract: 'github',
  channels: 'src/channels/*.ts',
  shapes: 'src/shapes/*.ts',
  output: 'src/generated',
  lint: {
    // What travels is GitHub's. These rules are about choices that GitHub has made, and that nobody here can change.
    rules: {
      'property-name': 'off', // GitHub writes snake_case.
      'optional-nullable': 'off', // Null on github.com is often nothing at all on an older Enterprise Server.
      'unbounded-string': 'off', // GitHub names no limits, and a delivery as a whole has one: 25 MB.
      'unbounded-array': 'off', // The same.
      'closed-enum': 'off', // Meant to be strict: an unknown word is refused and reported, as the README says.
    },
  },
});

export default config;
