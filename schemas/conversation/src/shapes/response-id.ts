import { brand } from '@tidings/core/define';
import * as z from 'zod';

export const responseId = brand(z.uuid().describe('One attempt of a model to answer.'), 'ResponseId');
