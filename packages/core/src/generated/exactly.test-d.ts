import { test } from 'vitest';
import type { Channel } from '../channel/channel.js';
import type { Exactly } from './exactly.js';
import type { Merged } from './merged.js';

type Of<T> = Channel<'a', { wire: T; publish: T; data: T; delivery: 'broadcast' }>;

declare const order: Of<{ id: string; note?: string | undefined }>;

declare const mixed: Merged<{ name: string } & { [name: string]: number }>;

test('types are compared for identity, not for being assignable', () => {
  order satisfies Exactly<Of<{ id: string; note?: string | undefined }>, typeof order>;
  // Assignable both ways, and yet not the same.
  order satisfies Of<{ id: string }>;
  // @ts-expect-error -- an optional property is missing
  order satisfies Exactly<Of<{ id: string }>, typeof order>;
  // @ts-expect-error -- an optional property is too many
  order satisfies Exactly<Of<{ id: string; note?: string | undefined; more?: string }>, typeof order>;
  // @ts-expect-error -- read-only
  order satisfies Exactly<Of<{ readonly id: string; note?: string | undefined }>, typeof order>;
  // @ts-expect-error -- durable
  order satisfies Exactly<Channel<'a', { wire: 1; publish: 1; data: 1; delivery: 'durable' }>, typeof order>;
});

test('what is merged is one object', () => {
  mixed.name satisfies string;
  mixed.other satisfies number | undefined;
});
