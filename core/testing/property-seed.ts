import fc from 'fast-check';

/**
 * Property tests take the same cases in each run, so that a run that turns red was turned by the change. `PROPERTY_SEED=random` looks for cases nobody
 * saw yet, and `PROPERTY_SEED=<number>` repeats one that was found; what is found goes into the test under `examples`.
 */
const { PROPERTY_SEED: wanted = '1' } = process.env;
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
