import { Injectable } from '@nestjs/common';
import { kernelErrors, type ProcedureDefinition } from '@loctelli/core';
import { problem } from '../http/problem.ts';
import { Handlers } from '../jobs/handlers.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { currentTenantId } from '../tenancy/context.ts';

/** Asks other plugins to do what their contracts offer. */
@Injectable()
export class Procedures {
  constructor(
    private readonly handlers: Handlers,
    private readonly plugins: PluginStates,
  ) {}

  /**
   * Calls a procedure in the tenant, context and unit of work of the caller.
   * Throws core.plugin-disabled where its plugin is off for the tenant or absent, and what the procedure throws; input and output that are not what
   * the contract declares throw too, as mistakes of code.
   */
  async call<I, O>(procedure: ProcedureDefinition<I, O>, input: I): Promise<O> {
    const handler = this.handlers.procedures.get(procedure.name);
    if (!handler || !(await this.offers(procedure))) throw problem(kernelErrors.pluginDisabled);
    return procedure.output.parse(await handler(procedure.input.parse(input)));
  }

  /** Whether a procedure can be called for the tenant in the air. */
  async offers(procedure: Pick<ProcedureDefinition, 'name'>): Promise<boolean> {
    const tenantId = currentTenantId();
    if (tenantId === undefined || !this.handlers.procedures.has(procedure.name)) return false;
    const owner = procedure.name.split('.')[0]!;
    return owner === 'core' || this.plugins.isEnabled(tenantId, owner);
  }
}
