import { TestEnvironment } from 'jest-environment-node';

/** Says beside the error of a test in the browser what its pages showed then (witness.ts): of a run that cannot be repeated here, that is all there is to look at. */
export default class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent({ name, error }) {
    if (name !== 'test_fn_failure' || typeof error?.stack !== 'string') return;
    const seen = await this.global.describePages?.();
    if (seen) error.stack += `\n\nOn its pages:\n${seen}`;
  }
}
