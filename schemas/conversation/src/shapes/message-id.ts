import { brand } from '@tidings/core/define';
import * as z from 'zod';

export const messageId = brand(z.uuid().describe('A message of a participant.'), 'MessageId');
