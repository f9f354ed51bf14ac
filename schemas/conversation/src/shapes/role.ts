import { openEnum } from '@tidings/core/define';

export const role = openEnum(['user', 'assistant', 'system', 'tool']).describe(
  'Who speaks. New kinds of participants may come.',
);
