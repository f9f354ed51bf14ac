import { brand } from '@tidings/core/define';
import * as z from 'zod';

export const turnId = brand(z.uuid().describe('A turn: what the user said, and all that answers it.'), 'TurnId');
