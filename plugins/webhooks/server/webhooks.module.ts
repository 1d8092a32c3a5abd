import { Module } from '@nestjs/common';
import { DoorController } from './in/door.controller.ts';
import { IncomingService } from './in/incoming.ts';
import { RawBodies } from './in/raw-bodies.ts';
import { ReceiptWriter } from './in/receipt-writer.ts';
import { ReceiptsService } from './in/receipts.service.ts';
import { ReceiverSecrets } from './in/receiver-secrets.ts';
import { ReceiversController } from './in/receivers.controller.ts';
import { ReceiversService } from './in/receivers.service.ts';
import { DeliveriesController } from './out/deliveries.controller.ts';
import { DeliveriesService } from './out/deliveries.service.ts';
import { DeliveryPump } from './out/delivery-pump.ts';
import { DeliverySender } from './out/delivery-sender.ts';
import { EndpointHold } from './out/endpoint-hold.ts';
import { EndpointSecrets } from './out/endpoint-secrets.ts';
import { EndpointSwitch } from './out/endpoint-switch.ts';
import { EndpointsController } from './out/endpoints.controller.ts';
import { EndpointsService } from './out/endpoints.service.ts';
import { EndpointHealth } from './out/health.ts';
import { ReplaysService } from './out/replays.service.ts';
import { Requeue } from './out/requeue.ts';
import { ReplayRunner } from './out/run-replay.ts';
import { SchemaJudge } from './out/schema-judge.ts';
import { WebhookEars } from './out/webhook-ears.ts';
import { ForgetClient } from './forget-client.ts';
import { WebhookUpkeep } from './upkeep.ts';

const incoming = [IncomingService, RawBodies, ReceiptWriter, ReceiptsService, ReceiverSecrets, ReceiversService];
const outgoing = [DeliveriesService, DeliveryPump, DeliverySender, EndpointHealth, EndpointHold, EndpointSecrets, EndpointSwitch, EndpointsService, ReplayRunner, ReplaysService, Requeue, SchemaJudge, WebhookEars];

@Module({
  controllers: [EndpointsController, DeliveriesController, DoorController, ReceiversController],
  providers: [ForgetClient, WebhookUpkeep, ...incoming, ...outgoing],
})
export class WebhooksModule {}
