/** For plugins' tests: the kernel with one plugin and two tenants, in this process, on a real PostgreSQL and a real Redis. */
export { compileApi, startApiProcess } from './api-process.ts';
export { bootKernel, type BootOptions, type Kernel } from './boot-kernel.ts';
export { type Answered, type Caller } from './caller.ts';
export { type TestTenant } from './test-tenants.ts';
export { eventually } from './eventually.ts';
export { pluginWithRequired } from './installed-plugins.ts';
