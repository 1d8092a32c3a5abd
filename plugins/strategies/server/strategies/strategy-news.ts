import { Injectable } from '@nestjs/common';
import { Audit, Live } from '@loctelli/core/server';
import { strategiesChanged } from '../../contract.ts';

/** What happens to a strategy, told to the audit log and to the browsers that show it. */
@Injectable()
export class StrategyNews {
  constructor(
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** @param what past participle: `created`, `published` … */
  async tell(what: string, strategyId: number, changes: Record<string, unknown> | null): Promise<void> {
    await this.audit.record({ action: `strategy.${what}`, subject: 'Strategy', subjectId: strategyId, changes });
    await this.changed(strategyId);
  }

  /** Browsers that show it fetch it anew. Tells the id alone. */
  async changed(strategyId: number): Promise<void> {
    await this.live.publish(strategiesChanged, { strategyId }, { permission: 'strategies.read' });
  }
}
