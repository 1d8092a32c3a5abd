import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export interface Secrets {
  jwtSecret: string;
  databasePassword: string;
}

/** What the clone made up for itself, once; readable by its owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const known = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets = { jwtSecret: known.jwtSecret ?? randomBytes(48).toString('base64url'), databasePassword: known.databasePassword ?? randomBytes(24).toString('hex') };
  if (known.jwtSecret !== secrets.jwtSecret || known.databasePassword !== secrets.databasePassword) {
    fs.mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.new`;
    fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(draft, file);
  }
  return secrets;
}
