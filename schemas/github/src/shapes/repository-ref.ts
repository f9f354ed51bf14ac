import * as z from 'zod';
import { webUrl } from './web-url.js';

export const repositoryRef = z
  .object({ id: z.int(), url: webUrl, name: z.string() })
  .describe('A repository, named and no more.');
