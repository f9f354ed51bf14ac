/** The drafts that are read. */
export type Draft = 'draft-07' | '2020-12';

/** The draft that a `$schema` names, or undefined if it is none of those that are read. */
export function draftOf(name: string): Draft | undefined {
  const plain = name.replace(/^https?:\/\//, '').replace(/#$/, '');
  if (plain === 'json-schema.org/draft-07/schema') return 'draft-07';
  return plain === 'json-schema.org/draft/2020-12/schema' ? '2020-12' : undefined;
}

/** The `$schema` of each. */
export const draftNames: Readonly<Record<Draft, string>> = {
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};
