/**
 * The API while developing: a process that has loaded the heavy dependencies already and waits for its turn. When the sources change it
 * takes the place of the one that runs, and only our own code is left to load.
 */
process.once('disconnect', () => process.exit(0));
process.once('message', () => void import('../../../apps/api/main.ts'));

await Promise.all([
  import('reflect-metadata'),
  import('@nestjs/core'),
  import('@nestjs/common'),
  import('@nestjs/platform-fastify'),
  import('@nestjs/swagger'),
  import('@nestjs/config'),
  import('@nestjs/passport'),
  import('@nestjs/jwt'),
  import('@prisma/client/runtime/client'),
  import('@prisma/adapter-pg'),
  import('@casl/prisma'),
  import('bullmq'),
  import('ioredis'),
  import('pino'),
  import('zod'),
  import('bcrypt'),
  import('nodemailer'),
]);
process.send?.('ready');

export {};
