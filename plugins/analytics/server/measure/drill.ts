/**
 * A page's address with its places filled in, each value as part of an address. A parameter of the query with a place that nothing fills is left out.
 * @returns null where the path itself has such a place
 */
export function fillIn(address: string, values: Record<string, string | null>): string | null {
  const [path = '', query] = address.split('?', 2) as [string, string | undefined];
  const place = /\{(\w+)\}/g;
  const isOpen = (text: string) => [...text.matchAll(place)].some(([, name]) => values[name!] == null);
  const fill = (text: string) => text.replace(place, (_whole, name: string) => encodeURIComponent(values[name]!));
  if (isOpen(path)) return null;
  const pairs = (query ?? '').split('&').filter((pair) => pair !== '' && !isOpen(pair));
  // What stands around the places may be JSON, which an address does not take as it is.
  const encoded = pairs.map((pair) => {
    const [name, ...rest] = pair.split('=');
    const text = rest.join('=').replace(place, (_whole, key: string) => values[key]!);
    return `${name}=${encodeURIComponent(text)}`;
  });
  return fill(path) + (encoded.length ? `?${encoded.join('&')}` : '');
}
