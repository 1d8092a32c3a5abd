/** A failure whose message says what happened and what to do; it is printed without a stack. */
export class Told extends Error {
  override readonly name = 'Told';
}
