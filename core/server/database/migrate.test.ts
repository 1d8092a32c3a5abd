import { bootKernel, type Kernel } from '../../testing/index.ts';
import { migrate, readMigrations } from './migrate.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel?.close());

describe('migrating', () => {
  it('is done again at the next start, when the queue has made its own sequence meanwhile', async () => {
    expect(await migrate(kernel.config, readMigrations(process.cwd()))).toEqual([]);
  });
});
