import type { EventType, Page } from '@loctelli/core';
import { defineApi } from '@loctelli/core/web';
import type { ClientField, Pipeline } from '../../clients/contract.ts';
import type * as contract from '../contract.ts';
import type { WebhookDelivery, WebhookDeliveryDetail, WebhookEndpoint, WebhookEndpointWithSecret, WebhookReceipt, WebhookReceiptDetail, WebhookReceiver, WebhookReceiverWithSecret, WebhookReplay } from '../contract.ts';

type Paged<Q> = Partial<Q> & { cursor?: string | undefined };

/** `api.webhooks`: every route of the plugin. */
export const webhooks = defineApi((http) => ({
  getEventTypes: () => http.get<{ items: EventType[] }>('/webhooks/event-types'),

  getEndpoints: () => http.get<{ items: WebhookEndpoint[] }>('/webhooks/endpoints'),
  getEndpoint: (id: number) => http.get<WebhookEndpoint>('/webhooks/endpoints/{id}', { params: { id } }),
  createEndpoint: (body: contract.WebhookEndpointCreate) => http.post<WebhookEndpointWithSecret>('/webhooks/endpoints', { body }),
  updateEndpoint: (id: number, body: contract.WebhookEndpointUpdate) => http.patch<WebhookEndpoint>('/webhooks/endpoints/{id}', { params: { id }, body }),
  deleteEndpoint: (id: number) => http.delete<void>('/webhooks/endpoints/{id}', { params: { id } }),
  rotateSecret: (id: number, overlapHours: number) => http.post<WebhookEndpointWithSecret>('/webhooks/endpoints/{id}/rotate', { params: { id }, body: { overlapHours } }),
  endOverlap: (id: number) => http.post<WebhookEndpoint>('/webhooks/endpoints/{id}/end-overlap', { params: { id } }),
  resumeEndpoint: (id: number) => http.post<WebhookEndpoint>('/webhooks/endpoints/{id}/resume', { params: { id } }),
  testEndpoint: (id: number, type: string) => http.post<WebhookDeliveryDetail>('/webhooks/endpoints/{id}/test', { params: { id }, body: { type } }),

  getDeliveries: (query?: Paged<contract.WebhookDeliveryQuery>) => http.get<Page<WebhookDelivery>>('/webhooks/deliveries', { query }),
  getDelivery: (id: number) => http.get<WebhookDeliveryDetail>('/webhooks/deliveries/{id}', { params: { id } }),
  replayDelivery: (id: number) => http.post<WebhookDeliveryDetail>('/webhooks/deliveries/{id}/replay', { params: { id } }),
  getRunningReplays: () => http.get<{ items: WebhookReplay[] }>('/webhooks/replays'),
  startReplay: (body: contract.WebhookReplayCreate) => http.post<WebhookReplay>('/webhooks/replays', { body }),
  getReplay: (id: number) => http.get<WebhookReplay>('/webhooks/replays/{id}', { params: { id } }),
  cancelReplay: (id: number) => http.post<WebhookReplay>('/webhooks/replays/{id}/cancel', { params: { id } }),

  getReceivers: () => http.get<{ items: WebhookReceiver[] }>('/webhooks/receivers'),
  getReceiver: (id: number) => http.get<WebhookReceiver>('/webhooks/receivers/{id}', { params: { id } }),
  createReceiver: (body: contract.WebhookReceiverCreate) => http.post<WebhookReceiverWithSecret>('/webhooks/receivers', { body }),
  updateReceiver: (id: number, body: contract.WebhookReceiverUpdate) => http.patch<WebhookReceiverWithSecret>('/webhooks/receivers/{id}', { params: { id }, body }),
  deleteReceiver: (id: number) => http.delete<void>('/webhooks/receivers/{id}', { params: { id } }),
  renewSecret: (id: number) => http.post<WebhookReceiverWithSecret>('/webhooks/receivers/{id}/secret', { params: { id } }),
  renewAddress: (id: number) => http.post<WebhookReceiver>('/webhooks/receivers/{id}/address', { params: { id } }),
  getSample: (id: number) => http.get<contract.WebhookSample>('/webhooks/receivers/{id}/sample', { params: { id } }),
  getReceipts: (query?: Paged<contract.WebhookReceiptQuery>) => http.get<Page<WebhookReceipt>>('/webhooks/receipts', { query }),
  getReceipt: (id: number) => http.get<WebhookReceiptDetail>('/webhooks/receipts/{id}', { params: { id } }),
  replayReceipt: (id: number) => http.post<WebhookReceiptDetail>('/webhooks/receipts/{id}/replay', { params: { id } }),

  /** What a receiver can fill, as clients have it. */
  getClientFields: () => http.get<{ items: ClientField[] }>('/clients/fields'),
  getPipelines: () => http.get<{ items: Pipeline[] }>('/clients/pipelines'),
}));
