import * as z from 'zod';

/** Contains itself. */
export const category = z.object({
  name: z.string(),
  get parts() {
    return z.array(category);
  },
});
