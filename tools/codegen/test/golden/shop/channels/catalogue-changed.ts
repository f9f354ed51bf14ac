import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { category } from '../shapes/category.js';

const catalogueChanged = defineChannel(
  'catalogue.changed',
  z.object({ root: category, 'odd name': z.string().optional(), 'it\'s': z.literal(["'", '`${x}`', '\\']) }),
  { deprecated: 'Read the catalogue instead.' },
);

export { catalogueChanged as delete };
