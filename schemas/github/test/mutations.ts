/** A change to one place of a payload, which can be undone. */
export interface Mutation {
  readonly kind: 'removal' | 'type change';
  /** The place and what happens to it. */
  readonly label: string;
  apply(): void;
  undo(): void;
}

type Container = Record<string, unknown>;

/** Every removal of a property, and every change of a leaf to another type. Only one may be applied at a time. */
export function* mutationsOf(payload: Container): Generator<Mutation> {
  yield* mutationsIn(payload, '');
}

function* mutationsIn(container: Container, path: string): Generator<Mutation> {
  for (const key of Object.keys(container)) {
    const value = container[key];
    const at = `${path}/${key}`;
    if (!Array.isArray(container)) yield removal(container, key, at);
    if (typeof value === 'object' && value !== null) {
      yield* mutationsIn(value as Container, at);
    } else {
      for (const other of otherTypes(value)) yield replacement(container, key, at, other);
    }
  }
}

/** One value of each type that a leaf may be changed to. */
const samples: readonly unknown[] = ['text', 7, null];

function otherTypes(value: unknown): readonly unknown[] {
  return samples.filter((sample) =>
    sample === null || value === null ? sample !== value : typeof sample !== typeof value,
  );
}

function removal(container: Container, key: string, at: string): Mutation {
  const before = Object.entries(container);
  return {
    kind: 'removal',
    label: `${at} removed`,
    apply: () => {
      delete container[key];
    },
    undo: () => {
      // In the old order, so that a walk over the keys is not disturbed.
      for (const [name] of before) delete container[name];
      Object.assign(container, Object.fromEntries(before));
    },
  };
}

function replacement(container: Container, key: string, at: string, other: unknown): Mutation {
  const value = container[key];
  return {
    kind: 'type change',
    label: `${at} → ${JSON.stringify(other)}`,
    apply: () => {
      container[key] = other;
    },
    undo: () => {
      container[key] = value;
    },
  };
}
