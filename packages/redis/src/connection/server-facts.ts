import type { Redis } from 'ioredis';

/** What a server says of itself. */
export interface ServerFacts {
  readonly mode: 'standalone' | 'cluster' | 'sentinel' | undefined;
  readonly role: 'master' | 'replica' | undefined;
  /** The version of the protocol that is spoken. */
  readonly protocol: number;
  /** The first number of its version. */
  readonly major: number | undefined;
}

/** Asks a server what it is. HELLO needs no right; a server from before it (Redis 6) says nothing. */
export async function askFacts(client: Redis): Promise<ServerFacts> {
  const reply = (await client.call('HELLO')) as unknown;
  const entries = Array.isArray(reply) ? pairs(reply) : Object.entries((reply ?? {}) as object);
  const facts = new Map(entries.map(([name, value]) => [String(name), String(value)]));
  return {
    mode: oneOf(['standalone', 'cluster', 'sentinel'] as const, facts.get('mode')),
    role: oneOf(['master', 'replica'] as const, facts.get('role')),
    protocol: Number(facts.get('proto') ?? 2),
    major: /^\d+/.test(facts.get('version') ?? '') ? Number.parseInt(facts.get('version') ?? '', 10) : undefined,
  };
}

function pairs(flat: readonly unknown[]): (readonly [unknown, unknown])[] {
  return flat.flatMap((value, index) => (index % 2 === 0 ? [[value, flat[index + 1]] as const] : []));
}

function oneOf<W extends string>(words: readonly W[], value: string | undefined): W | undefined {
  return words.find((word) => word === value);
}
