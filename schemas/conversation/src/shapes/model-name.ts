import * as z from 'zod';

export const modelName = z.string().min(1).max(200).describe('The model, as its provider names it.');
