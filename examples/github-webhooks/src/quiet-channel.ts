import type { AnyChannel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { z } from 'zod';

/** A channel on which nothing is ever said: subscribing to it is a question to Redis, and its answer. */
export const quiet: AnyChannel = defineChannel('example.quiet', z.object({}));
