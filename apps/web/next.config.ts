import path from 'node:path';
import type { NextConfig } from 'next';

/** Plugin pages lie outside the app; the bundler may read the whole clone. */
const root = path.resolve(import.meta.dirname, '../..');

const security = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'" },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // A cold build is what a start does, and writing the cache took longer than it ever gives back.
  experimental: { turbopackFileSystemCacheForBuild: false },
  turbopack: {
    root,
    resolveAlias: {
      // What next-intl's plugin would set; it looks for the file from the working directory, which is the clone's root here.
      'next-intl/config': './i18n/request.ts',
      // Messages are compiled on the server (i18n/messages.ts): browsers format them and carry no parser.
      'use-intl/format-message': 'use-intl/format-message/format-only',
    },
  },
  outputFileTracingRoot: root,
  transpilePackages: ['@loctelli/core'],
  // `npm run check` judges the types of the whole clone once; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: security }],
};

export default config;
