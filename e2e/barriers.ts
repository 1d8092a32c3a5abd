import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What a person with a disability would be stopped by, in words that lead to the element. */
export async function barriers(page: Page, within?: string): Promise<string[]> {
  // One call in the page itself, without the elements that passed: the same findings in a third of the time. Frames of other origins would be left out.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${new URL(page.url()).pathname}: ${id} at ${node.target.join(' ')} (${node.failureSummary?.split('\n').pop()?.trim()})`,
    ),
  );
}
