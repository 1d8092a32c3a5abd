import { z } from 'zod';
import { defineProcedure } from '@loctelli/core';
import { strategyTemplate } from './strategies.ts';

/** What an agency offers its tenants, without ids of its own. The kernel asks it as the agency, for a tenant below it. */
export const offeredTemplates = defineProcedure(
  'strategies.templates',
  z.object({}),
  z.object({ items: z.array(strategyTemplate.omit({ usedAs: true, agency: true })) }),
  { fromBelow: true },
);
