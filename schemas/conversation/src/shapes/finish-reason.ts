import { openEnum } from '@tidings/core/define';

export const finishReason = openEnum(['stop', 'length', 'tool_calls', 'content_filter']).describe(
  'Why a model stopped. Providers add reasons.',
);
