import { findRedisServer } from '@tidings/setup/test-servers';
import { describe, test } from 'vitest';

// With `REDIS_URL` alone there may be no program to start servers with; then these tests are listed as skipped.
const missing = findRedisServer() === undefined;

export const withProgram: ReturnType<typeof test.skipIf> = test.skipIf(missing);
export const describeWithProgram: ReturnType<typeof describe.skipIf> = describe.skipIf(missing);
