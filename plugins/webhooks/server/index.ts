import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { seed } from './demo/seed.ts';
import { WebhookUpkeep } from './upkeep.ts';
import { WebhooksModule } from './webhooks.module.ts';

/** What waited while it was off goes out; what happened meanwhile stays unheard. */
export default definePlugin({ module: WebhooksModule, contract, seed, enable: (services) => services.get(WebhookUpkeep).resume() });
