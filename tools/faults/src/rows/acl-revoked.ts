import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

const user = 'app';
const channels = ['&tidings:*', '&plain:*'];

/** A user loses its channels and has them back; then its password, and has it back. */
export const aclRevoked: Row = loadRow({
  name: 'acl-revoked',
  title: 'AUTH, ACL revoked',
  inject:
    'ACL SETUSER resetchannels, granted again; then another password and CLIENT KILL USER, and the right one again',
  promise: 'error event, no crash',
  async open(secrets) {
    const scene = await SingleServer.open(secrets, { user });
    await scene.call('ACL', 'SETUSER', user, 'on', `>${secrets.password}`, '~*', '+@all', ...channels);
    return scene;
  },
  async strike(stage) {
    const { scene, secrets } = stage;
    const ms = stage.pick(1_200, 4_000);
    await stage.fault(async () => {
      await scene.call('ACL', 'SETUSER', user, 'resetchannels');
      await stage.lasts(ms);
      await scene.call('ACL', 'SETUSER', user, ...channels);
    });
    await stage.fault(async () => {
      await scene.call('ACL', 'SETUSER', user, 'resetpass', '>another');
      await scene.call('CLIENT', 'KILL', 'USER', user);
      await stage.lasts(ms);
      await scene.call('ACL', 'SETUSER', user, 'resetpass', `>${secrets.password}`);
    });
  },
  check: ({ errors }) =>
    ['permission_denied', 'authentication_failed'].flatMap((code) => (errors[code] ? [] : [`no error event ${code}`])),
  harm({ stillDeaf, crashes, lost }) {
    const unhandled = crashes.unhandledRejection ?? 0;
    if (stillDeaf + unhandled === 0) return undefined;
    return `${stillDeaf > 0 ? 'deaf for good' : 'came back'}, ${unhandled} unhandled rejections, ${lost} lost`;
  },
  tell: (ours) => `error events: ${Object.keys(ours?.errors ?? {}).join(', ')}`,
});
