import { bootKernel, type Kernel } from '../../testing/index.ts';
import { WorkQueue } from '../jobs/queue.ts';
import { migrate, readMigrations } from './migrate.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel?.close());

describe('migrating', () => {
  it('is done again at the next start, when the queue has made its own sequence meanwhile', async () => {
    const work = { tenantId: kernel.a.id, kind: 'event' as const, name: 'nobody.listens', payload: {} };
    await kernel.get(WorkQueue).add([{ id: 'first', work }]);
    expect(await migrate(kernel.config, readMigrations(process.cwd()))).toEqual([]);
  });
});
