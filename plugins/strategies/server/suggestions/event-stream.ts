/** Puts the data of server-sent events together, out of pieces cut anywhere. What is no event stream gives none. */
export class EventStreamReader {
  #rest = '';

  /** @returns the data of the events that are whole now */
  push(piece: string): string[] {
    this.#rest += piece;
    // A carriage return at the end may be half of a line's end.
    const held = this.#rest.endsWith('\r') ? '\r' : '';
    const blocks = this.#rest.slice(0, this.#rest.length - held.length).replace(/\r\n?/g, '\n').split('\n\n');
    this.#rest = blocks.pop()! + held;
    return blocks.flatMap((block) => {
      const lines = block.split('\n').filter((line) => line.startsWith('data:'));
      return lines.length ? [lines.map((line) => line.slice(5).replace(/^ /, '')).join('\n')] : [];
    });
  }

  /** Some services end without the empty line. */
  end(): string[] {
    return this.push('\n\n');
  }
}
