import { createHash, randomInt } from 'node:crypto';
import fs from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/**
 * Test files run in the same order everywhere, the largest first; Jest's own order follows what earlier runs took on that machine. `TEST_ORDER=random`
 * finds files that lean on what another left behind, and `TEST_ORDER=<number>` repeats such an order.
 */
export default class TestOrder extends Sequencer {
  sort(tests) {
    const { TEST_ORDER: wanted } = process.env;
    const seed = wanted === 'random' ? String(randomInt(1_000_000)) : wanted;
    if (wanted === 'random') process.stderr.write(`TEST_ORDER=${seed}\n`);
    const root = tests[0]?.context.config.rootDir ?? '';
    const weighed = tests.map((test) => ({ test, weight: seed ? drawn(`${seed}${test.path.slice(root.length)}`) : fs.statSync(test.path).size }));
    return weighed.sort((one, other) => other.weight - one.weight || (one.test.path < other.test.path ? -1 : 1)).map(({ test }) => test);
  }
}

const drawn = (text) => createHash('sha256').update(text).digest().readUInt32BE();
