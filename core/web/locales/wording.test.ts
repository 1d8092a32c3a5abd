import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const folders = ['core/web', 'apps/web/app', 'apps/web/parts'];
const files = folders.flatMap((folder) =>
  (fs.readdirSync(path.join(root, folder), { recursive: true }) as string[]).filter((name) => /\.tsx$/.test(name) && !name.includes('.test.')).map((name) => path.join(root, folder, name)),
);

/** An attribute that is read out or shown, or a line of JSX that is a sentence. */
const sentence = /(?:aria-label|placeholder|title|alt)="([^"]*[a-z]{2}[^"]*)"|^\s*([A-Z][a-z]+ [a-z]+[^<>{}()=;*]*)$/gm;
const colour = /#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/g;

it.each([
  ['sentence', sentence],
  ['colour', colour],
])('no component spells a %s of its own', (_, pattern) => {
  const found = files.flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(pattern)].map(([text]) => `${path.relative(root, file)}: ${text.trim()}`));
  expect(found).toEqual([]);
});
