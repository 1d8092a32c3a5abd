import type { paths } from './generated/openapi.d.ts';

/** Types every call of `http` by the running API's own description: path, query, body and answer. */
declare module '../../core/web/api-client/paths.ts' {
  interface OpenApi {
    paths: paths;
  }
}
