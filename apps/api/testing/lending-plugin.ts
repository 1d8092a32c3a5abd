import { Body, Controller, Module, Post } from '@nestjs/common';
import { z } from 'zod';
import { defineEvent, defineMetric, type PluginManifest } from '@loctelli/core';
import { Answer, Audit, Can, definePlugin, Events, type PluginImport } from '@loctelli/core/server';

/** A plugin as somebody else might write it: lends tools, counts what was lent, and tells of it. Nothing in the product names it. */
const toolLent = defineEvent('tool.lent', z.object({ tool: z.string(), days: z.number().int() }));
const loan = z.strictObject({ tool: z.string().max(60), days: z.number().int().min(1).max(90) });

@Controller('lending/loans')
class LoansController {
  constructor(
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  @Post()
  @Can('lending.lend')
  @Answer(loan, 201)
  async lend(@Body({ schema: loan }) input: z.infer<typeof loan>) {
    await this.audit.record({ action: 'tool.lent', subject: input.tool, subjectId: 1, changes: { value: input.days } });
    await this.events.emit(toolLent, input);
    return input;
  }
}
@Module({ controllers: [LoansController] })
class LendingModule {}

const loans = defineMetric({
  name: 'lending.loans',
  unit: 'count',
  aggregate: 'count',
  sql: `select id, "createdAt" as at, 1::numeric as value, subject as tool, "actorId" as lender from "AuditEntry" where action = 'tool.lent'`,
  dimensions: { tool: 'tool', lender: 'lender' },
  permission: 'lending.lend',
  owner: 'lender',
  label: 'tool',
  drill: '/lending?from={from}&to={to}',
  record: '/lending/{id}',
});
/** The plugin as an installation would list it. */
export const lending: PluginImport = {
  manifest: {
    ...{ id: 'lending', name: 'Lending', description: 'Tools for a day', version: '1.0.0', core: '*', events: ['tool.lent'] },
    permissions: [{ id: 'lending.lend', subject: 'AuditEntry', action: 'lend', scopes: ['own', 'team', 'all'], owner: 'actorId', roles: { admin: 'all', manager: 'team', user: 'own' } }],
  } as PluginManifest,
  load: async () => ({ default: definePlugin({ module: LendingModule, contract: { toolLent }, metrics: [loans] }) }),
  words: { en: { metrics: { loans: 'Tools lent' }, dimensions: { tool: 'Tool', lender: 'Lender' } } },
};
