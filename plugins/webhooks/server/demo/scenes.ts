import type { WebhookEndpointCreate, WebhookReceiverCreate } from '../../contract.ts';

/** A trade's endpoints and its receiver, with what the programs behind them answer and send. */
export interface Scene {
  endpoints: (WebhookEndpointCreate & { answer: string; server: string })[];
  receiver: WebhookReceiverCreate;
  /** The form's own words for a client; `about` is what each of them wrote. */
  form: { name: string; about: readonly string[] };
}

const off = { active: false } as const;
const signed = { scheme: 'hmac', hmac: { header: 'x-signature', encoding: 'hex', prefix: 'sha256=', timestampHeader: null, toleranceSeconds: 300 }, idHeader: 'x-submission-id' } as const;
const mapping = [
  { target: 'name', paths: ['contact.first_name', 'contact.last_name'] },
  { target: 'email', paths: ['contact.email'] },
  { target: 'phone', paths: ['contact.phone'] },
  { target: 'tags', paths: ['form'], fallback: 'website' },
] satisfies WebhookReceiverCreate['mapping'];

const roofing: Scene = {
  endpoints: [
    { url: 'https://ledger.summit-books.example/hooks/crm', description: 'Bookkeeping: a deal that is won becomes an estimate there. Off while they move to the new ledger.', events: ['client.created', 'client.stage-changed'], answer: '{"received":true}', server: 'nginx', ...off },
    { url: 'https://crew.summit-board.example/incoming/leads', description: 'New leads on the board in the crew room. Off for the winter.', events: ['client.created'], fields: { 'client.created': ['clientId', 'name'] }, answer: 'ok', server: 'Cowboy', ...off },
  ],
  receiver: { name: 'Website estimate form', ...signed, mapping, source: 'Website', tags: ['estimate'] },
  form: { name: 'roof-estimate', about: ['Hail last week, several shingles in the yard.', 'How much for a metal roof on a garage?', 'Leak above the kitchen, only when it rains from the west.', 'We are buying the house and want somebody to look first.'] },
};

const dental: Scene = {
  endpoints: [
    { url: 'https://facturas.gestoria-salas.example/webhooks/bright', description: 'Invoices at the tax adviser’s. Off until their new contract begins.', events: ['client.created', 'client.stage-changed'], answer: '{"estado":"recibido"}', server: 'Apache', ...off },
    { url: 'https://recall.dentacard.example/api/patients', description: 'Recall cards by post, for new patients. Replaced by our own reminders.', events: ['client.created'], answer: 'accepted', server: 'openresty', ...off },
  ],
  receiver: { name: 'First visit form', ...signed, mapping, source: 'Website', tags: ['first visit'] },
  form: { name: 'first-visit', about: ['A tooth has hurt since Sunday, mostly with cold.', 'Check-up for two children, seven and ten.', 'Do you do aligners, and how long does it take?', 'I have not seen a dentist in six years.'] },
};

export const sceneOf = (slug: string): Scene => (slug.includes('dental') ? dental : roofing);
