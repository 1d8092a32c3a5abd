import { Injectable } from '@nestjs/common';
import { kernelErrors, type ProcedureDefinition } from '@loctelli/core';
import { problem } from '../http/problem.ts';
import { Handlers } from '../jobs/handlers.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { currentTenantId, runAs } from '../tenancy/context.ts';
import { AgenciesAbove } from './agencies-above.ts';

/** Asks other plugins to do what their contracts offer. */
@Injectable()
export class Procedures {
  constructor(
    private readonly handlers: Handlers,
    private readonly plugins: PluginStates,
    private readonly agencies: AgenciesAbove,
  ) {}

  /**
   * Calls a procedure in the tenant, context and unit of work of the caller.
   * Throws core.plugin-disabled where its plugin is off for the tenant or absent, and what the procedure throws; input and output that are not what
   * the contract declares throw too, as mistakes of code.
   */
  async call<I, O>(procedure: ProcedureDefinition<I, O>, input: I): Promise<O> {
    const handler = this.handlers.procedures.get(procedure.name);
    if (!handler || !(await this.offers(procedure))) throw problem(kernelErrors.pluginDisabled);
    return procedure.output.parse(await handler.handle(procedure.input.parse(input)));
  }

  /**
   * Asks a procedure of the nearest agency above that has its plugin on: with the agency's rows, outside the caller's unit of work, and nobody signed
   * in. Its plugin declares with `fromBelow` that what it answers is meant for those below; throws for one that does not, as a mistake of code.
   * @returns null where no agency above offers it
   */
  async above<I, O>(procedure: ProcedureDefinition<I, O>, input: I): Promise<{ agency: string; answer: O } | null> {
    const handler = this.handlers.procedures.get(procedure.name);
    if (!handler) return null;
    // What its own plugin declared counts, not what the caller holds.
    if (!handler.definition.fromBelow) throw new Error(`${procedure.name} is not declared to be asked from below.`);
    for (const tenant of await this.agencies.above()) {
      const found = await runAs(tenant, async () => ((await this.offers(procedure)) ? { answer: await this.call(procedure, input) } : null));
      if (found) return { agency: tenant.name, ...found };
    }
    return null;
  }

  /**
   * Asks a question that is declared `ofMany` of every plugin that answers it, one after the other in the order they loaded, in the caller's tenant,
   * context and unit of work. Plugins that are off for the tenant answer too: what they keep is still there. Throws what any of them throws.
   */
  async gather<I, O>(procedure: ProcedureDefinition<I, O>, input: I): Promise<O[]> {
    if (!procedure.ofMany) throw new Error(`${procedure.name} is not declared to be asked of many.`);
    const asked = procedure.input.parse(input);
    const answers: O[] = [];
    for (const { handle } of this.handlers.inquiries.get(procedure.name) ?? []) answers.push(procedure.output.parse(await handle(asked)));
    return answers;
  }

  /** Whether a procedure can be called for the tenant in the air. */
  async offers(procedure: Pick<ProcedureDefinition, 'name'>): Promise<boolean> {
    const tenantId = currentTenantId();
    if (tenantId === undefined || !this.handlers.procedures.has(procedure.name)) return false;
    const owner = procedure.name.split('.')[0]!;
    return owner === 'core' || this.plugins.isEnabled(tenantId, owner);
  }
}
