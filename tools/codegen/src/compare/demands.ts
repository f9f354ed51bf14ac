import { canonicalJson } from '../model/canonical-json.js';
import type { FormatDetails } from '../model/value-check.js';
import { type NumberFormat, numberFormats } from '../validate/number-formats.js';
import { hidesCode } from './untold.js';
import type { Demand } from './wire-options.js';
import { shown } from './words.js';

/** What a value of a plain kind must be: its own format, and what is asked besides. */
export interface Demanding {
  readonly format?: string;
  readonly details?: FormatDetails;
  readonly demands: readonly Demand[];
}

/** The first of a reader's demands that a writer's do not imply; undefined if there is none. */
export function unmetDemand(writer: Demanding, reader: Demanding): Demand | undefined {
  if (all(reader).length === 0) return undefined;
  const given = all(writer);
  const known = new Set(given.filter(isComparable).map(text));
  return all(reader).find((demand) => !known.has(text(demand)) && !isImplied(demand, given));
}

function all({ format, details, demands }: Demanding): readonly Demand[] {
  if (format === undefined) return demands;
  return [{ check: 'format', format, ...(details !== undefined && { details }) }, ...demands];
}

/** What has no text to be told by equals nothing. */
function isComparable(demand: Demand): boolean {
  if (demand.check === 'opaque') return !demand.isUntold;
  return (
    !hidesCode(demand) && !(demand.check === 'format' && demand.details !== undefined && hidesCode(demand.details))
  );
}

function text(demand: Demand): string {
  return canonicalJson(demand);
}

function isImplied(demand: Demand, given: readonly Demand[]): boolean {
  switch (demand.check) {
    case 'min':
    case 'max': {
      const bound = demand.value;
      if (typeof bound !== 'number') return false;
      const range = rangeOf(given);
      const isLow = demand.check === 'min';
      const end = isLow ? range.low : range.high;
      if (end.value === bound) return demand.exclusive !== true || end.exclusive;
      return isLow ? end.value > bound : end.value < bound;
    }
    case 'multipleOf':
      return given.some(
        (one) =>
          one.check === 'multipleOf' &&
          typeof one.value === 'number' &&
          typeof demand.value === 'number' &&
          Number.isSafeInteger(one.value) &&
          Number.isSafeInteger(demand.value) &&
          one.value % demand.value === 0,
      );
    case 'minLength':
      return lengthOf(given).least >= demand.value;
    case 'maxLength':
      return lengthOf(given).most <= demand.value;
    case 'length': {
      const { least, most } = lengthOf(given);
      return least === demand.value && most === demand.value;
    }
    case 'startsWith':
      return given.some((one) => one.check === 'startsWith' && one.text.startsWith(demand.text));
    case 'endsWith':
      return given.some((one) => one.check === 'endsWith' && one.text.endsWith(demand.text));
    case 'includes':
      return (
        demand.position === undefined &&
        given.some((one) => 'text' in one && one.check !== 'includes' && one.text.includes(demand.text))
      );
    case 'format':
      return isFormatImplied(numberFormats.get(demand.format), given);
    default:
      return false;
  }
}

interface End {
  readonly value: number;
  readonly exclusive: boolean;
}

function isFormatImplied(wanted: NumberFormat | undefined, given: readonly Demand[]): boolean {
  if (wanted === undefined) return false;
  const { low, high } = rangeOf(given);
  const isWhole = given.some((one) => numberFormatOf(one)?.whole === true);
  return low.value >= wanted.low && high.value <= wanted.high && (!wanted.whole || isWhole);
}

function numberFormatOf(demand: Demand): NumberFormat | undefined {
  return demand.check === 'format' ? numberFormats.get(demand.format) : undefined;
}

/** From where to where numbers may be. */
function rangeOf(given: readonly Demand[]): { readonly low: End; readonly high: End } {
  let low: End = { value: -Number.MAX_VALUE, exclusive: false };
  let high: End = { value: Number.MAX_VALUE, exclusive: false };
  const raise = (end: End): void => {
    if (end.value > low.value || (end.value === low.value && end.exclusive)) low = end;
  };
  const lower = (end: End): void => {
    if (end.value < high.value || (end.value === high.value && end.exclusive)) high = end;
  };
  for (const one of given) {
    const format = numberFormatOf(one);
    if (format !== undefined) {
      raise({ value: format.low, exclusive: false });
      lower({ value: format.high, exclusive: false });
    }
    if ((one.check === 'min' || one.check === 'max') && typeof one.value === 'number') {
      (one.check === 'min' ? raise : lower)({ value: one.value, exclusive: one.exclusive === true });
    }
  }
  return { low, high };
}

function lengthOf(given: readonly Demand[]): { readonly least: number; readonly most: number } {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const one of given) {
    if (one.check === 'minLength' || one.check === 'length') least = Math.max(least, one.value);
    if (one.check === 'maxLength' || one.check === 'length') most = Math.min(most, one.value);
  }
  return { least, most };
}

/** How long a text or a list is at least, and at most. */
export function lengthAsked(demands: readonly Demand[]): { readonly least: number; readonly most: number } {
  return lengthOf(demands);
}

/** What a demand asks, as the end of a sentence. */
export function demandText(demand: Demand): string {
  switch (demand.check) {
    case 'min':
    case 'max':
    case 'multipleOf':
    case 'minLength':
    case 'maxLength':
    case 'length':
    case 'minSize':
    case 'maxSize':
    case 'size':
      return `its ${demand.check} is ${shown(demand.value)}`;
    case 'format':
      return `it is of the format ${demand.format}`;
    case 'includes':
    case 'startsWith':
    case 'endsWith':
      return `${demand.check} ${shown(demand.text)} holds`;
    case 'pattern':
      return 'it matches another pattern';
    case 'refine':
    case 'opaque':
      return 'code that is not the same agrees';
    default:
      return `its ${demand.check} is right`;
  }
}
