import type { ContractCase } from '../../contract-case.js';
import { carriesBrands } from './carries-brands.js';
import { carriesDatesBytesAndBigints } from './carries-dates-bytes-and-bigints.js';
import { fillsDefaultsIn } from './fills-defaults-in.js';
import { refinesDataOnBothEnds } from './refines-data-on-both-ends.js';
import { reportsCodecsThatThrow } from './reports-codecs-that-throw.js';
import { servesTwoVersionsOfADefinition } from './serves-two-versions-of-a-definition.js';

export const codecsCases: readonly ContractCase[] = [
  carriesDatesBytesAndBigints,
  fillsDefaultsIn,
  carriesBrands,
  refinesDataOnBothEnds,
  reportsCodecsThatThrow,
  servesTwoVersionsOfADefinition,
];
