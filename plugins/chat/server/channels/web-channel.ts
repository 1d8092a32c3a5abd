import { Injectable } from '@nestjs/common';
import { Database, Implements } from '@loctelli/core/server';
import { webChannel } from '../../contract.ts';
import type { ChannelDelivery, ChannelReceipt } from '../../contract.ts';

/** The website's chat: browsers follow their conversation, so what is written is where they find it. */
@Injectable()
export class WebChannel {
  constructor(private readonly db: Database) {}

  @Implements(webChannel.deliver)
  async deliver({ messageId }: ChannelDelivery): Promise<ChannelReceipt> {
    await this.db.message.updateMany({ where: { id: messageId, delivery: 'pending' }, data: { delivery: 'sent' } });
    return { state: 'sent', externalId: null };
  }
}
