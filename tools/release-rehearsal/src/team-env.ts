import { existsSync, symlinkSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { keptFolder } from '@tidings/test-redis';
import { root } from './library-packages.js';

/** What a person's shell would not have: the traces of the package manager, the task runner and the test runner that started us. */
const traces =
  /^(npm_(?!config_(registry|userconfig|globalconfig|cafile)$)|pnpm_|TURBO|VITEST|VITE_|NODE_ENV$|INIT_CWD$|CI$|FORCE_COLOR$)/i;

/** The environment of a person of the team: this Node and this pnpm, their own name in git, and no colours. */
export async function teamEnv(): Promise<NodeJS.ProcessEnv> {
  const bin = await keptFolder();
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync(await pnpmProgram(), join(bin, 'pnpm'));
  const kept = Object.entries(process.env).filter(([name]) => !traces.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [bin, process.env.PATH].join(delimiter),
    NO_COLOR: '1',
    // A registry at a loopback address is reached directly.
    NO_PROXY: [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1'].filter(Boolean).join(','),
    // A registry that is down is meant to be down.
    npm_config_fetch_retries: '0',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    // Not the machine's settings for git, which may sign commits or have hooks.
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@team.example',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@team.example',
  };
}

async function pnpmProgram(): Promise<string> {
  const program = join(root, 'node_modules', 'pnpm', 'pnpm');
  if (!existsSync(program)) throw new Error(`${program} is missing. Run npm test at the root once: it installs.`);
  return realpath(program);
}
