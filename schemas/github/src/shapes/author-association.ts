import * as z from 'zod';

export const authorAssociation = z
  .enum([
    'COLLABORATOR',
    'CONTRIBUTOR',
    'FIRST_TIMER',
    'FIRST_TIME_CONTRIBUTOR',
    'MANNEQUIN',
    'MEMBER',
    'NONE',
    'OWNER',
  ])
  .describe('What an author is to the repository.');
