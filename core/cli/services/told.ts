/** A failure whose message says what happened and what to do; it is printed without a stack. */
export class Told extends Error {
  override readonly name = 'Told';
}

/** Why work ended that nobody let finish: everything is being stopped, for a reason that is told elsewhere. */
export class Stopped extends Told {
  constructor() {
    super('Stopped.');
  }
}
