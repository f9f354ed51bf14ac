/** What a kind of change is, as data: comparisons name it, and documentation can be made of it. */
export interface ChangeKindPage {
  /**
   * The four answers where nothing else is different, payloads are validated and objects drop what they do not know: can new
   * readers read old events, old readers new ones, do publish calls compile, do handlers; `?` has to be looked at.
   */
  readonly plain: `${PlainAnswer} ${PlainAnswer} ${PlainAnswer} ${PlainAnswer}`;
  /** What happened, in a line. */
  readonly summary: string;
  /** Who is hurt, and how. */
  readonly why: string;
  /** What to do where that matters. */
  readonly mend: string;
}

type PlainAnswer = '✓' | '✗' | '?';

const addVersion =
  'Leave the released version as it is, and add a version with `.evolve`: old events are upcast, and readers that are older wait for a reader that knows it.';
const deprecate = 'Keep it, say `deprecated` of it, and take it away once nobody publishes or reads it any more.';
const review =
  'Look at both: if everything that was accepted still is, or nobody sends what is not, record that with `tidings accept`; if not, add a version with `.evolve`.';

/** Every kind of difference between two payloads. */
export const formChangeKinds: Readonly<Record<FormChangeKind, ChangeKindPage>> = {
  FIELD_ADDED_OPTIONAL: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'a property that may be missing came',
    why: 'Nobody, unless old readers are strict and refuse what they do not know, or old writers are loose and may already send it as something else.',
    mend: 'Nothing; with strict readers, roll them out first.',
  },
  FIELD_ADDED_DEFAULTED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'a property with a default came',
    why: 'Nobody, unless old readers are strict and refuse what they do not know.',
    mend: 'Nothing; with strict readers, roll them out first.',
  },
  FIELD_ADDED_REQUIRED: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'a property came that has to be there',
    why: 'New readers refuse old events, which lack it; publishers that do not give it no longer compile.',
    mend: 'Make it optional, or give it a default; or add a version with `.evolve` that makes it out of what was there.',
  },
  FIELD_REMOVED_OPTIONAL: {
    plain: '✓ ✓ ✗ ✗',
    summary: 'a property that might be missing is gone',
    why: 'Publishers that give it and handlers that look at it no longer compile; what old publishers send in it is dropped.',
    mend: deprecate,
  },
  FIELD_REMOVED_DEFAULTED: {
    plain: '✓ ✓ ✗ ✗',
    summary: 'a property with a default is gone',
    why: 'Publishers that give it and handlers that look at it no longer compile; old readers get the default.',
    mend: deprecate,
  },
  FIELD_REMOVED_REQUIRED: {
    plain: '✓ ✗ ✗ ✗',
    summary: 'a property that had to be there is gone',
    why: 'Old readers refuse new events, which lack it; publishers and handlers that know it no longer compile.',
    mend: deprecate,
  },
  FIELD_RENAMED: {
    plain: '✗ ✗ ✗ ✗',
    summary: 'a property has another name',
    why: 'For those who know the old name it is gone; for those who know the new one it is missing in what is old.',
    mend: 'Add a version with `.evolve` that moves it, or send both names for a while.',
  },
  REQUIRED_TO_OPTIONAL: {
    plain: '✓ ✗ ✓ ✗',
    summary: 'a property that had to be there may be missing',
    why: 'Old readers refuse events that lack it; handlers that rely on it no longer compile.',
    mend: addVersion,
  },
  OPTIONAL_TO_REQUIRED: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'a property that might be missing has to be there',
    why: 'New readers refuse old events that lack it; publishers that leave it out no longer compile.',
    mend: 'Give it a default instead; or add a version with `.evolve` that fills it in.',
  },
  OPTIONAL_TO_DEFAULTED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'a property that might be missing has a default',
    why: 'Nobody.',
    mend: 'Nothing.',
  },
  DEFAULTED_TO_OPTIONAL: {
    plain: '✓ ✓ ✓ ✗',
    summary: 'a property no longer has a default, and may be missing',
    why: 'Handlers that rely on it no longer compile.',
    mend: 'Keep the default.',
  },
  REQUIRED_TO_DEFAULTED: {
    plain: '✓ ✗ ✓ ✓',
    summary: 'a property that had to be there has a default',
    why: 'Old readers refuse events that lack it.',
    mend: 'Roll readers out first; or add a version with `.evolve`.',
  },
  DEFAULTED_TO_REQUIRED: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'a property no longer has a default, and has to be there',
    why: 'New readers refuse old events that lack it; publishers that leave it out no longer compile.',
    mend: 'Keep the default.',
  },
  DEFAULT_VALUE_CHANGED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'a default is another value',
    why: 'Nothing fails. Until all readers are new, the same event means two things.',
    mend: 'Be sure that both values will do while both kinds of readers run.',
  },
  CATCH_CHANGED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'what stands in for what does not fit has changed',
    why: 'Without one, what does not fit is refused; with another one, the same event means two things.',
    mend: review,
  },
  NULLABLE_ADDED: {
    plain: '✓ ✗ ✓ ✗',
    summary: 'it may be null',
    why: 'Old readers refuse null; handlers that do not expect it no longer compile.',
    mend: addVersion,
  },
  NULLABLE_REMOVED: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'it may not be null any more',
    why: 'New readers refuse old events that have null there; publishers that give it no longer compile.',
    mend: addVersion,
  },
  TYPE_WIDENED: {
    plain: '✓ ✗ ✓ ✗',
    summary: 'it may be more than before',
    why: 'Old readers refuse what they do not know; handlers that do not expect it no longer compile.',
    mend: addVersion,
  },
  TYPE_NARROWED: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'it may be less than before',
    why: 'New readers refuse old events; publishers that give what is gone no longer compile.',
    mend: addVersion,
  },
  TYPE_CHANGED: {
    plain: '✗ ✗ ✗ ✗',
    summary: 'it is something else',
    why: 'New readers refuse old events, old readers refuse new ones, and what was written for one does not compile with the other.',
    mend: 'Add a version with `.evolve` that makes the one of the other, or a property beside it.',
  },
  DISCRIMINATOR_CHANGED: {
    plain: '✗ ✗ ✗ ✗',
    summary: 'options are told apart by another property',
    why: 'Neither side finds in what the other writes what it tells options apart by.',
    mend: 'Add a version with `.evolve`.',
  },
  TUPLE_ARITY_CHANGED: {
    plain: '✗ ✗ ✗ ✗',
    summary: 'a list of fixed items has more or fewer of them',
    why: 'One side lacks items that it needs, or gets some that it does not take.',
    mend: 'Add a version with `.evolve`; an object with properties can grow, a tuple can not.',
  },
  ENUM_VALUE_ADDED: {
    plain: '✓ ✗ ✓ ✗',
    summary: 'a value came',
    why: 'Old readers refuse it, and handlers that look at each value miss one, unless the enum is declared open.',
    mend: 'Declare it by `openEnum`, so that values may come; or add a version with `.evolve`.',
  },
  ENUM_VALUE_REMOVED: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'a value is gone',
    why: 'New readers refuse old events that have it; publishers that give it no longer compile.',
    mend: deprecate,
  },
  UNION_MEMBER_ADDED: {
    plain: '✓ ✗ ✓ ✗',
    summary: 'an option came',
    why: 'Old readers refuse it; handlers that look at each option miss one.',
    mend: addVersion,
  },
  UNION_MEMBER_REMOVED: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'an option is gone',
    why: 'New readers refuse old events of it; publishers that give it no longer compile.',
    mend: deprecate,
  },
  BOUND_LOOSENED: {
    plain: '✓ ✗ ✓ ✓',
    summary: 'a bound leaves more room',
    why: 'Old readers refuse what is beyond the old one.',
    mend: 'Roll readers out before anybody publishes beyond it; or add a version with `.evolve`.',
  },
  BOUND_TIGHTENED: {
    plain: '✗ ✓ ✓ ✓',
    summary: 'a bound leaves less room',
    why: 'New readers refuse old events that are beyond it.',
    mend: 'Keep the old bound for reading, and check the new one where it is published; or add a version with `.evolve`.',
  },
  PATTERN_CHANGED: {
    plain: '? ? ✓ ✓',
    summary: 'a text has to match another pattern',
    why: "Whoever has one pattern may refuse what the other one lets through; which texts those are can't be told in general.",
    mend: review,
  },
  FORMAT_CHANGED: {
    plain: '✗ ✗ ✓ ✓',
    summary: 'a text is of another format',
    why: 'Whoever expects one format may refuse texts of the other.',
    mend: review,
  },
  REFINEMENT_CHANGED: {
    plain: '? ? ✓ ✓',
    summary: 'a refinement came, is gone, or has another text',
    why: 'Only its code knows what it refuses.',
    mend: review,
  },
  CODEC_OUTPUT_CHANGED: {
    plain: '✓ ✓ ✗ ✗',
    summary: 'handlers get something else for what travels',
    why: 'Handlers, and publishers that give it, no longer compile. What travels is the same.',
    mend: 'Release it as a major version of the contract.',
  },
  STRIP_TO_STRICT: {
    plain: '✗ ✓ ✗ ✓',
    summary: 'properties that are not known are refused',
    why: 'New readers refuse old events that have more, and every property that will ever come.',
    mend: 'Leave it as it was: readers that ignore what they do not know let contracts grow.',
  },
  STRICT_TO_STRIP: {
    plain: '✓ ✗ ✓ ✓',
    summary: 'properties that are not known are ignored',
    why: 'Nobody by this; old readers refuse what will come.',
    mend: 'Nothing.',
  },
  OTHER_PROPERTIES_CHANGED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'what becomes of other properties is another thing',
    why: 'Whoever refuses, keeps or checks them treats differently what the other side writes.',
    mend: review,
  },
  BRAND_CHANGED: {
    plain: '✓ ✓ ✗ ✗',
    summary: 'a brand came, is gone, or has another name',
    why: 'Publishers and handlers no longer compile. What travels is the same.',
    mend: 'Release it as a major version of the contract.',
  },
  READONLY_ADDED: {
    plain: '✓ ✓ ✓ ✗',
    summary: 'handlers may not change it any more',
    why: 'Handlers that change it, or pass it to who might, no longer compile.',
    mend: 'Release it as a major version of the contract.',
  },
  READONLY_REMOVED: {
    plain: '✓ ✓ ✗ ✓',
    summary: 'handlers may change it',
    why: 'Publishers that give something readonly no longer compile.',
    mend: 'Release it as a major version of the contract.',
  },
  FIELD_DEPRECATION_CHANGED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'it is deprecated, or no longer so',
    why: 'Nobody; editors strike it through.',
    mend: 'Nothing.',
  },
  TITLE_CHANGED: { plain: '✓ ✓ ✓ ✓', summary: 'it has another title', why: 'Nobody.', mend: 'Nothing.' },
  DESCRIPTION_CHANGED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'it is described in other words',
    why: 'Nobody.',
    mend: 'Nothing.',
  },
  EXAMPLES_CHANGED: { plain: '✓ ✓ ✓ ✓', summary: 'it has other examples', why: 'Nobody.', mend: 'Nothing.' },
};

/** What the difference between two payloads is called. */
export type FormChangeKind =
  | 'FIELD_ADDED_OPTIONAL'
  | 'FIELD_ADDED_DEFAULTED'
  | 'FIELD_ADDED_REQUIRED'
  | 'FIELD_REMOVED_OPTIONAL'
  | 'FIELD_REMOVED_DEFAULTED'
  | 'FIELD_REMOVED_REQUIRED'
  | 'FIELD_RENAMED'
  | 'REQUIRED_TO_OPTIONAL'
  | 'OPTIONAL_TO_REQUIRED'
  | 'OPTIONAL_TO_DEFAULTED'
  | 'DEFAULTED_TO_OPTIONAL'
  | 'REQUIRED_TO_DEFAULTED'
  | 'DEFAULTED_TO_REQUIRED'
  | 'DEFAULT_VALUE_CHANGED'
  | 'CATCH_CHANGED'
  | 'NULLABLE_ADDED'
  | 'NULLABLE_REMOVED'
  | 'TYPE_WIDENED'
  | 'TYPE_NARROWED'
  | 'TYPE_CHANGED'
  | 'DISCRIMINATOR_CHANGED'
  | 'TUPLE_ARITY_CHANGED'
  | 'ENUM_VALUE_ADDED'
  | 'ENUM_VALUE_REMOVED'
  | 'UNION_MEMBER_ADDED'
  | 'UNION_MEMBER_REMOVED'
  | 'BOUND_LOOSENED'
  | 'BOUND_TIGHTENED'
  | 'PATTERN_CHANGED'
  | 'FORMAT_CHANGED'
  | 'REFINEMENT_CHANGED'
  | 'CODEC_OUTPUT_CHANGED'
  | 'STRIP_TO_STRICT'
  | 'STRICT_TO_STRIP'
  | 'OTHER_PROPERTIES_CHANGED'
  | 'BRAND_CHANGED'
  | 'READONLY_ADDED'
  | 'READONLY_REMOVED'
  | 'FIELD_DEPRECATION_CHANGED'
  | 'TITLE_CHANGED'
  | 'DESCRIPTION_CHANGED'
  | 'EXAMPLES_CHANGED';

/** Every kind of difference between two states of a contract. */
export const changeKinds: Readonly<Record<ChangeKind, ChangeKindPage>> = {
  CHANNEL_ADDED: { plain: '✓ ✓ ✓ ✓', summary: 'a channel came', why: 'Nobody.', mend: 'Nothing.' },
  CHANNEL_REMOVED: {
    plain: '✗ ✗ ✗ ✗',
    summary: 'a channel is gone',
    why: 'Whoever publishes or handles it no longer compiles; what is in the log of a durable one is read by nobody.',
    mend: deprecate,
  },
  CHANNEL_DEPRECATED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'a channel is deprecated',
    why: 'Nobody; editors strike it through.',
    mend: 'Nothing.',
  },
  CHANNEL_RESTORED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'a channel is no longer deprecated',
    why: 'Nobody.',
    mend: 'Nothing.',
  },
  VERSION_ADDED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'a version came',
    why: "New readers read what is older, by its `up`. Old readers that can't read it park it (durable) or report it (broadcast).",
    mend: 'Roll readers out first, then publishers.',
  },
  VERSION_RETIRED: {
    plain: '✗ ✗ ✗ ✗',
    summary: 'a version is gone',
    why: 'New readers refuse events of it, which may still be in the log.',
    mend: 'Keep it until no event of it is left, and nobody publishes it.',
  },
  DELIVERY_CHANGED: {
    plain: '✗ ✗ ✓ ✗',
    summary: 'it is delivered in another way',
    why: 'Those who subscribe in the old way get nothing of what is published in the new one.',
    mend: 'Add a channel with another name, publish on both for a while, and deprecate this one.',
  },
  MIN_READER_RAISED: {
    plain: '✓ ✗ ✓ ✓',
    summary: 'fewer older readers may read it',
    why: 'Readers that read it until now park what comes (durable) or report it (broadcast).',
    mend: 'Roll readers out first, then publishers.',
  },
  MIN_READER_LOWERED: {
    plain: '✓ ✓ ✓ ✓',
    summary: 'more older readers may read it',
    why: 'Nobody.',
    mend: 'Nothing.',
  },
  EXPORT_RENAMED: {
    plain: '✓ ✓ ✗ ✗',
    summary: 'what is exported for it has other names',
    why: 'Code that imports the functions and types by their old names no longer compiles. Events are not concerned.',
    mend: 'Keep the name of the exported constant, from which the others are made.',
  },
  SHAPE_REMOVED: {
    plain: '✓ ✓ ✗ ✗',
    summary: 'a type with a name of its own is gone',
    why: 'Code that imports it by that name no longer compiles. Events are not concerned.',
    mend: 'Keep its name; or tell users what to import instead.',
  },
  KEY_CHANGED: {
    plain: '? ? ✓ ✓',
    summary: 'its events are ordered by another key',
    why: 'While old and new publishers run, the order of one key is not kept.',
    mend: 'Be sure that nobody relies on the order meanwhile, and record that with `tidings accept`.',
  },
  RETENTION_CHANGED: {
    plain: '? ? ✓ ✓',
    summary: 'its events are kept for longer, or not as long',
    why: 'Readers that come back late may miss what is trimmed earlier; Redis needs more memory for what is kept longer.',
    mend: 'Be sure that the slowest reader comes back in time, and record that with `tidings accept`.',
  },
  ...formChangeKinds,
};

/** What a difference between two states of a contract is called. */
export type ChangeKind =
  | FormChangeKind
  | 'CHANNEL_ADDED'
  | 'CHANNEL_REMOVED'
  | 'CHANNEL_DEPRECATED'
  | 'CHANNEL_RESTORED'
  | 'VERSION_ADDED'
  | 'VERSION_RETIRED'
  | 'DELIVERY_CHANGED'
  | 'MIN_READER_RAISED'
  | 'MIN_READER_LOWERED'
  | 'EXPORT_RENAMED'
  | 'SHAPE_REMOVED'
  | 'KEY_CHANGED'
  | 'RETENTION_CHANGED';
