import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import type { PluginImport } from '../../server/plugins/plugin.ts';
import { prepareSources } from '../services/prepare.ts';
import { say } from '../services/progress.ts';
import { typesFile, typesOf } from '../services/open-api-types.ts';

/** Writes the API's document to standard output, or with `--types` the web's types of it into `apps/web/generated/`. */
export default new Command('openapi')
  .description('print the API’s OpenAPI document, or write the web’s types of it')
  .option('--types', 'write apps/web/generated/openapi.d.ts instead')
  .action(async ({ types }: { types?: boolean }) => {
    const root = process.cwd();
    await prepareSources(root);
    const { openApiDocument } = await import('../../server/http/open-api-document.ts');
    const { plugins } = (await import(pathToFileURL(path.join(root, 'dist/apps/api/generated/plugins.js')).href)) as { plugins: PluginImport[] };
    const document = await openApiDocument(plugins);
    if (!types) return say(JSON.stringify(document, null, 2));
    fs.mkdirSync(path.dirname(path.join(root, typesFile)), { recursive: true });
    fs.writeFileSync(path.join(root, typesFile), await typesOf(root, document));
    say(`wrote ${typesFile}`);
  });
