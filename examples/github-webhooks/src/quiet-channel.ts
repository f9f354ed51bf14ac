import type { BroadcastChannel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { z } from 'zod';

/** A channel on which nothing is ever said: subscribing to it is a question to Redis, and its answer. */
export const quiet: BroadcastChannel = defineChannel('example.quiet', z.object({}), { delivery: 'broadcast' });
