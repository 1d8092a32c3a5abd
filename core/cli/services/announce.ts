import { parseConfig } from '../../server/config/config.ts';
import { demoSignIns } from './database.ts';
import { say } from './progress.ts';
import { reachable } from './servers.ts';
import type { Variables } from './settings.ts';

/** Says where everything is and how to sign in. */
export async function announce(env: Variables, given: Variables): Promise<void> {
  const config = parseConfig(env);
  const port = config.publicPort === (config.publicProtocol === 'https' ? 443 : 80) ? '' : `:${config.publicPort}`;
  const signIns = await demoSignIns(config).catch(() => []);
  const api = `http://${reachable(config.host)}:${config.port}`;
  const took = ((Date.now() - Number(process.env.LOCTELLI_STARTED_AT)) / 1000).toFixed(1);
  say(`\nLoctelli is up after ${took} s.\n`);
  for (const { slug, name, emails } of signIns) {
    say(`  ${name}`);
    say(`    ${config.publicProtocol}://${slug}.${config.baseDomain}${port}`);
    say(`    ${emails.join('  ')}`);
  }
  if (signIns.length > 0) say(`  Password of each: ${given.SEED_PASSWORD ? 'the SEED_PASSWORD you set' : config.seedPassword}`);
  say(`\n  API ${api}/api/v1   its documentation ${api}/docs${config.smtpUrl ? '' : `   mail that was sent ${api}/mailbox`}`);
  say('  Ctrl-C stops everything.\n');
}
