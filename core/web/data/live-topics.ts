export type LiveState = 'connecting' | 'open' | 'lost';
export type Handler = (data: unknown) => void;

/** Who listens to what. The connection itself is fetched once the page stands: nothing on the first painting waits for it. */
export class Topics {
  readonly handlers = new Map<string, Set<Handler>>();
  /** Told of each topic that nobody listened to before. */
  added: ((topic: string) => void) | undefined;

  subscribe(topic: string, handler: Handler): () => void {
    const known = this.handlers.get(topic) ?? new Set();
    if (!this.handlers.has(topic)) {
      this.handlers.set(topic, known);
      this.added?.(topic);
    }
    known.add(handler);
    return () => void known.delete(handler);
  }
}
