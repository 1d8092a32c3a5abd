import type { MetadataRoute } from 'next';

/** The sign-in page may be found; the API is nothing for search engines. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: '/api/' } };
}
