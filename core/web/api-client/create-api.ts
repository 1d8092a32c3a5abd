import { coreApi } from './core-api.ts';
import { bindApi } from './define-api.ts';
import { createHttp, type HttpOptions } from './http.ts';

/**
 * An `api` object for use outside the browser, or for another host.
 * @param modules plugins' endpoint modules to bind beside the kernel's
 * @example const api = createApi({ baseUrl: 'http://acme.localhost:3001', token }, { clients });
 */
export function createApi<M extends Record<string, object> = Record<never, never>>(options: HttpOptions, modules?: M): typeof coreApi & M {
  return bindApi({ ...coreApi, ...(modules as M) }, createHttp(options));
}
