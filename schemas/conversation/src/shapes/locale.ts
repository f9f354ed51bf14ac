import * as z from 'zod';

export const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)
  .describe("A language tag such as 'en' or 'pt-BR'; 'und' if unknown.");
