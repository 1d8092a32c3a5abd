// A browser, four processes and two databases share a small machine: what fails once is tried once more, and `npm test` names what needed it.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
