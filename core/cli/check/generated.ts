import { judge } from '../assemble/judge.ts';
import { writeLists } from '../assemble/lists.ts';
import { writeMigrations } from '../assemble/migrations.ts';
import { isSchemaCurrent } from '../assemble/prisma-build.ts';
import { Writer } from '../assemble/write.ts';
import type { Check } from './check.ts';

const fix = 'run `npm run loctelli assemble`';

/** Whether what was assembled still is what would be assembled now. */
export const generated: Check = {
  title: 'generated files',
  async run(root) {
    const { plugins, sources, migrations } = judge(root);
    const writer = new Writer(root, true);
    writeLists(root, plugins, writer);
    writeMigrations(migrations, writer);
    return [
      ...writer.written.map((file) => ({ file, message: 'is not what assemble would write', fix })),
      ...writer.removed.map((file) => ({ file, message: 'belongs to nothing that is here', fix })),
      ...(isSchemaCurrent(root, sources) ? [] : [{ file: 'prisma/build/schema', message: 'was made from other schemas', fix }]),
    ];
  },
};
