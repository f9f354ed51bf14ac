import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

const user = 'app';

/** A user loses its keys and has them back; then its password, and has it back. */
export const aclRevoked: Row = durableRow({
  name: 'acl-revoked',
  title: 'AUTH, ACL revoked',
  inject: 'ACL SETUSER resetkeys, granted again; then another password and CLIENT KILL USER, and the right one again',
  promise: 'error event, no crash; 0 lost',
  async open(secrets) {
    const scene = await SingleServer.open(secrets, { user, durable: {} });
    await scene.call('ACL', 'SETUSER', user, 'on', `>${secrets.password}`, '~*', '&*', '+@all');
    return scene;
  },
  async strike(stage) {
    const { scene, secrets } = stage;
    const ms = stage.pick(1_200, 4_000);
    await stage.fault(async () => {
      await scene.call('ACL', 'SETUSER', user, 'resetkeys');
      await stage.lasts(ms);
      await scene.call('ACL', 'SETUSER', user, '~*');
    });
    await stage.fault(async () => {
      await scene.call('ACL', 'SETUSER', user, 'resetpass', '>another');
      await scene.call('CLIENT', 'KILL', 'USER', user);
      await stage.lasts(ms);
      await scene.call('ACL', 'SETUSER', user, 'resetpass', `>${secrets.password}`);
    });
  },
  check: ({ errors, notSent }) => [
    ...['permission_denied', 'authentication_failed'].flatMap((code) =>
      errors[code] ? [] : [`no error event ${code}`],
    ),
    ...(notSent.permission_denied ? [] : ['no publish rejected with permission_denied']),
  ],
  harm: lostOrTwice,
  tell: (ours) => `error events: ${Object.keys(ours?.errors ?? {}).join(', ')}`,
});
