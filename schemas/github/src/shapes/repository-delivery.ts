import { installationLite } from './installation-lite.js';
import { organization } from './organization.js';
import { repository } from './repository.js';
import { user } from './user.js';

/** The properties of every event that happens in a repository: where, and who did it. */
export const repositoryDelivery = {
  repository,
  sender: user,
  organization: organization.optional(),
  installation: installationLite.optional(),
};
