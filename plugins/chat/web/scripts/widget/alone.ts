/** Runs work that only one tab of the page should do at a time; where browsers offer no locks, without waiting for the others. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(name, work) as Promise<T>) : work();
}
