/**
 * The app's generated `openapi.d.ts` adds `paths` here by declaration merging; core itself depends on no generated file. Without
 * it every path is allowed and the caller names the result: `http.get<Client>('/clients/1')`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface OpenApi {}

type Paths = OpenApi extends { paths: infer P } ? P : Record<never, never>;
type Base = '/api/v1';
type Short<K> = K extends `${Base}${infer Rest}` ? Rest : never;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Operation<P extends string, M extends Method> = `${Base}${P}` extends keyof Paths
  ? M extends keyof Paths[`${Base}${P}`]
    ? NonNullable<Paths[`${Base}${P}`][M]>
    : never
  : never;

/** Paths below `/api/v1` that answer to a method; none while no OpenAPI types are present. */
export type PathOf<M extends Method> = {
  [K in keyof Paths & string]: M extends keyof Paths[K] ? (Paths[K][M] extends { responses: unknown } ? Short<K> : never) : never;
}[keyof Paths & string];

type Json<C> = C extends { content: { 'application/json': infer D } } ? D : undefined;
type Success<R> = { [S in keyof R]: S extends 200 | 201 | 202 | 203 | 204 ? Json<R[S]> : never }[keyof R];

export type ResultOf<P extends string, M extends Method> = Operation<P, M> extends { responses: infer R } ? Success<R> : unknown;
type Known<T, Otherwise> = [Exclude<T, undefined>] extends [never] ? Otherwise : T;
/** What the description says of query and body; where it says nothing, anything goes. */
export type QueryOf<P extends string, M extends Method> = Operation<P, M> extends { parameters: { query?: infer Q } } ? Known<Q, object> : object;
export type BodyOf<P extends string, M extends Method> = Operation<P, M> extends { requestBody?: { content: { 'application/json': infer B } } } ? Known<B, unknown> : unknown;
