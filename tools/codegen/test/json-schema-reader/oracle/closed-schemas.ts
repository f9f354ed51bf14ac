import fc from 'fast-check';

/** A schema of the keywords that the oracle is trusted on. */
export interface ClosedSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, ClosedSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly prefixItems?: readonly ClosedSchema[];
  readonly items?: ClosedSchema | false;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly ClosedSchema[];
  readonly $ref?: string;
}

export const propertyNames = ['a', 'b', 'c', 'd'] as const;

const bound = fc.integer({ min: -3, max: 9 });
const length = fc.integer({ min: 0, max: 5 });

/** Two limits, in their order, or one, or none. */
function limits<L extends string, H extends string>(
  low: L,
  high: H,
  value: fc.Arbitrary<number>,
): fc.Arbitrary<{ readonly [K in L | H]?: number }> {
  return fc.tuple(value, value, fc.boolean(), fc.boolean()).map(([one, other, hasLow, hasHigh]) => {
    const held: Partial<Record<L | H, number>> = {};
    if (hasLow) held[low] = Math.min(one, other);
    if (hasHigh) held[high] = Math.max(one, other) + 1;
    return held;
  });
}

const leaf: fc.Arbitrary<ClosedSchema> = fc.oneof(
  fc.constantFrom<ClosedSchema>({ type: 'boolean' }, { type: 'null' }, { type: 'string' }, { type: 'integer' }),
  limits('minLength', 'maxLength', length).map((given): ClosedSchema => ({ type: 'string', ...given })),
  limits('minimum', 'maximum', bound).map((given): ClosedSchema => ({ type: 'integer', ...given })),
  limits('minimum', 'maximum', bound).map((given): ClosedSchema => ({ type: 'number', ...given })),
  limits('exclusiveMinimum', 'exclusiveMaximum', bound).map((given): ClosedSchema => ({ type: 'number', ...given })),
  fc
    .uniqueArray(fc.constantFrom('x', 'y', 'z', 'long text'), { minLength: 1 })
    .map((values): ClosedSchema => ({ enum: values })),
  fc
    .uniqueArray(fc.constantFrom('x', 1, 2, true, null), { minLength: 1 })
    .map((values): ClosedSchema => ({ enum: values })),
  fc.constantFrom('x', 1, false).map((value): ClosedSchema => ({ const: value })),
  fc
    .uniqueArray(fc.constantFrom('string', 'integer', 'boolean', 'null'), { minLength: 2, maxLength: 3 })
    .map((type): ClosedSchema => ({ type })),
);

/** A schema that may refer to `one`, which may contain itself. */
export const closedSchema: fc.Arbitrary<ClosedSchema> = fc.letrec<{ schema: ClosedSchema }>((tie) => {
  const inner = tie('schema');
  return {
    schema: fc.oneof(
      { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      { weight: 3, arbitrary: objectOf(inner) },
      fc
        .tuple(inner, limits('minItems', 'maxItems', length))
        .map(([items, given]): ClosedSchema => ({ type: 'array', items, ...given })),
      tupleOf(inner),
      fc.array(inner, { minLength: 2, maxLength: 3 }).map((anyOf): ClosedSchema => ({ anyOf })),
      fc.constant<ClosedSchema>({ $ref: '#/$defs/one' }),
    ),
  };
}).schema;

function objectOf(inner: fc.Arbitrary<ClosedSchema>): fc.Arbitrary<ClosedSchema> {
  return fc
    .tuple(
      fc.dictionary(fc.constantFrom(...propertyNames), inner, { maxKeys: 3, noNullPrototype: true }),
      fc.integer({ min: 0, max: 7 }),
    )
    .map(([properties, bits]) => ({
      type: 'object',
      properties,
      required: Object.keys(properties).filter((_, index) => ((bits >> index) & 1) === 1),
      additionalProperties: false,
    }));
}

function tupleOf(inner: fc.Arbitrary<ClosedSchema>): fc.Arbitrary<ClosedSchema> {
  return fc
    .tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), fc.option(inner), fc.nat({ max: 3 }))
    .map(([prefixItems, rest, least]) => ({
      type: 'array',
      prefixItems,
      items: rest ?? false,
      minItems: Math.min(least, prefixItems.length),
    }));
}
