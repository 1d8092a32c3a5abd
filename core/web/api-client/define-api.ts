import type { Http } from './http.ts';
import { http } from './session.ts';

const build = Symbol('build');
/** An endpoint module, bound to the browser's client and ready to be bound to another one. */
export type ApiModule<T extends object> = T & { readonly [build]?: (http: Http) => T };

/**
 * Declares one plugin's endpoints, which join the `api` object under the plugin's id.
 * @example export const clients = defineApi((http) => ({ getClient: (id: number) => http.get<Client>('/clients/{id}', { params: { id } }) }));
 */
export function defineApi<T extends object>(make: (http: Http) => T): ApiModule<T> {
  return Object.defineProperty(make(http), build, { value: make }) as ApiModule<T>;
}

/** Binds modules made by `defineApi` to another client. */
export function bindApi<M extends Record<string, object>>(modules: M, client: Http): M {
  const bound = Object.entries(modules).map(([name, module]) => [name, (module as ApiModule<object>)[build]?.(client) ?? module]);
  return Object.fromEntries(bound) as M;
}
