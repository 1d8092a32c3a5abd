import type { VisitorMessage } from '../../../contract.ts';

/**
 * The messages of the conversation, each once and in order, from wherever they came: the stream, a page of history, the answer to sending one,
 * another tab.
 */
export class Thread {
  /** The last sequence the server handed over in order; where the stream goes on. What came out of turn does not move it. */
  cursor = 0;
  /** All after this sequence is loaded. */
  from = 0;
  readonly #bySequence = new Map<number, VisitorMessage>();
  readonly #keys = new Set<string>();
  #sorted: VisitorMessage[] | null = [];

  get items(): readonly VisitorMessage[] {
    return (this.#sorted ??= [...this.#bySequence.values()].sort((one, other) => one.sequence - other.sequence));
  }
  has(key: string): boolean {
    return this.#keys.has(key);
  }
  /** Answers with those that were not there. */
  add(messages: readonly VisitorMessage[]): VisitorMessage[] {
    const fresh = messages.filter(({ sequence }) => !this.#bySequence.has(sequence));
    for (const message of fresh) {
      this.#bySequence.set(message.sequence, message);
      this.#keys.add(message.key);
    }
    if (fresh.length > 0) this.#sorted = null;
    return fresh;
  }
  /** Begins anew, with what comes after a sequence. */
  reset(from = 0): void {
    this.#bySequence.clear();
    this.#keys.clear();
    this.#sorted = [];
    this.from = this.cursor = from;
  }
  /** Answers the visitor has not seen. */
  unread(seen: number): number {
    return this.items.filter(({ kind, sequence }) => kind === 'outgoing' && sequence > seen).length;
  }
}
