import fs from 'node:fs';
import path from 'node:path';
import type { NextConfig } from 'next';

/** Plugin pages lie outside the app; the bundler may read the whole clone. */
const root = path.resolve(import.meta.dirname, '../..');

const framing = (ancestors: string) => ({ key: 'Content-Security-Policy', value: `frame-ancestors ${ancestors}; base-uri 'self'; form-action 'self'; object-src 'none'` });

const security = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  framing("'none'"),
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** First parts of the addresses of plugins' public pages, which are drawn past the layout that asks for a sign-in. */
const publicPaths = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'generated/public-paths.json'), 'utf8')) as string[];

/** Scripts that foreign pages load; a new build is seen within minutes. */
const lent = [
  { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
  { key: 'Cache-Control', value: 'public, max-age=300, stale-while-revalidate=86400' },
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
  // A rewrite of proxy.ts would go out through the network: Next takes its own address there for another origin.
  rewrites: async () => ({
    beforeFiles: publicPaths.flatMap((first) => [
      { source: `/${first}`, destination: `/public/${first}` },
      { source: `/${first}/:path*`, destination: `/public/${first}/:path*` },
    ]),
    afterFiles: [],
    fallback: [],
  }),
  // Later ones win. Only what lies below /embed may be framed by others.
  headers: async () => [
    { source: '/:path*', headers: security },
    { source: '/embed/:path*', headers: [framing('*')] },
    { source: '/x/:path*', headers: lent },
  ],
};

export default config;
