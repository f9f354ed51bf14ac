/** The password of the one user of the registry, who is nobody outside of it. */
export const teamPassword = 'of-the-rehearsal';

/** Verdaccio's `config.yaml`: it knows the packages of some scopes, takes them from whoever has signed in, and asks nobody else. */
export function registryConfig(scopes: readonly string[]): string {
  return [
    'storage: ./storage',
    'auth: { htpasswd: { file: ./htpasswd, max_users: 1 } }',
    'uplinks: {}',
    'packages:',
    ...scopes.map((scope) => `  '${scope}/*': { access: $all, publish: $authenticated }`),
    'middlewares: {}',
    'web: { enable: false }',
    'max_body_size: 50mb',
    'log: { type: stdout, format: json, level: warn }',
    '',
  ].join('\n');
}
