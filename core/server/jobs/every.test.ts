import { Inject, Injectable, Module } from '@nestjs/common';
import { Access, definePlugin, Every } from '@loctelli/core/server';
import { bootKernel, eventually, type BootOptions, type Kernel } from '@loctelli/core/testing';
import { millisecondsOf } from './every.ts';

const seen: string[] = [];
let failures = 1;

@Injectable()
class Rounds {
  constructor(@Inject(Access) private readonly access: Access) {}

  @Every('1 day')
  async look(): Promise<void> {
    const { slug } = this.access.tenant;
    if (slug === 'b' && failures-- > 0) throw new Error('once');
    seen.push(slug);
  }
}
@Module({ providers: [Rounds] })
class RoundsModule {}

let kernel: Kernel;
const plugins: NonNullable<BootOptions['plugins']> = [];
beforeAll(async () => {
  kernel = await bootKernel({ plugins });
}, 60_000);
afterAll(() => kernel?.close());

test('a round comes to every tenant once, a failing one is tried again, and a restart begins none', async () => {
  const manifest = { id: 'rounds', name: 'Rounds', version: '0.1.0', core: '^0.1.0' };
  const own = () => seen.filter((slug) => slug === 'a' || slug === 'b').sort();
  // The first round begins with the start that brings the plugin: by then both tenants must be there.
  plugins.push({ manifest: manifest as never, load: async () => ({ default: definePlugin({ module: RoundsModule }) }) });
  await kernel.restart();
  await eventually(() => expect(own()).toEqual(['a', 'b']), 30_000);
  await kernel.restart();
  await new Promise((done) => setTimeout(done, 1500));
  expect(own()).toEqual(['a', 'b']);
});

test('an interval is read, and what is none refused', () => {
  expect([millisecondsOf('1 day'), millisecondsOf('6 hours')]).toEqual([86_400_000, 21_600_000]);
  expect(() => millisecondsOf('0 days')).toThrow('no interval');
});
