import fs from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

const languages = ['en', 'es', 'ar'] as const;

/** Judges that a folder of translations has every language, each with the same keys. A folder that is empty or absent has nothing to say. */
export function judgeLocales(root: string, folder: string): Finding[] {
  const directory = path.join(root, folder);
  const present = languages.filter((language) => fs.existsSync(path.join(directory, `${language}.json`)));
  if (present.length === 0) return [];
  const findings: Finding[] = [];
  const keys = new Map<string, Set<string>>();
  for (const language of languages) {
    const file = `${folder}/${language}.json`;
    if (!present.includes(language)) {
      findings.push({ file, message: 'is missing', fix: `translate ${folder}/${present[0]}.json` });
      continue;
    }
    try {
      keys.set(file, new Set(messageKeys(JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')))));
    } catch (error) {
      findings.push({ file, message: `is no JSON: ${(error as Error).message}`, fix: 'correct it there' });
    }
  }
  const every = new Set([...keys.values()].flatMap((set) => [...set]));
  for (const [file, own] of keys) {
    const missing = [...every].filter((key) => !own.has(key));
    if (missing.length > 0)
      findings.push({
        file,
        message: `lacks ${missing.slice(0, 8).join(', ')}${missing.length > 8 ? ` and ${missing.length - 8} more` : ''}`,
        fix: 'translate them; all languages have the same keys',
      });
  }
  return findings;
}

/** Dotted keys of every message in a tree of messages. */
export function messageKeys(messages: unknown, prefix = ''): string[] {
  if (typeof messages !== 'object' || messages === null) return [prefix];
  return Object.entries(messages).flatMap(([key, value]) => messageKeys(value, prefix ? `${prefix}.${key}` : key));
}
