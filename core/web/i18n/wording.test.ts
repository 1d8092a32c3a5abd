import fc from 'fast-check';
import { offeredWords, withWording } from './wording.ts';

const words = { wording: { client: { one: 'client', other: 'clients' } } };
const said = (message: string, own = { one: 'patient', other: 'patients' }) =>
  withWording({ clients: { ...words, message } }, 'en', { en: { 'clients.client': own } }).clients.message;

it.each([
  ['Clients', 'Patients'],
  ['Add client', 'Add patient'],
  ['Add a client', 'Add a patient'],
  ['CLIENT LIST', 'PATIENT LIST'],
  ['clientele and subclients', 'clientele and subclients'],
  ['the client’s note', 'the patient’s note'],
  ['{client} is a client', '{client} is a patient'],
  ['{count, plural, one {# client} other {# clients}} of {clients, number}', '{count, plural, one {# patient} other {# patients}} of {clients, number}'],
  ['{kind, select, client {a client of {client}} other {someone}}', '{kind, select, client {a patient of {client}} other {someone}}'],
  ['<client>See clients</client>', '<client>See patients</client>'],
])('says "%s" as "%s"', (before, after) => expect(said(before)).toBe(after));

it('keeps the article right', () => {
  expect(said('Add a client. A client is here', { one: 'owner', other: 'owners' })).toBe('Add an owner. An owner is here');
});

it('works in Spanish and in Arabic, with what Arabic writes around a word', () => {
  const spanish = { clients: { wording: { client: { one: 'cliente', other: 'clientes' } }, a: 'Nuevo cliente', b: 'Clientes' } };
  expect(withWording(spanish, 'es', { es: { 'clients.client': { one: 'paciente', other: 'pacientes' } } }).clients).toMatchObject({ a: 'Nuevo paciente', b: 'Pacientes' });
  const arabic = { clients: { wording: { client: { one: 'عميل', other: 'عملاء' } }, a: 'العملاء', b: 'إضافة عميل', c: 'للعملاء والعميل', d: '{count} عميلًا' } };
  expect(withWording(arabic, 'ar', { ar: { 'clients.client': { one: 'مريض', other: 'مرضى' } } }).clients).toMatchObject({ a: 'المرضى', b: 'إضافة مريض', c: 'للمرضى والمريض', d: '{count} مريضًا' });
});

it('changes nothing for a language without own words, nor what the words are called', () => {
  const messages = { clients: { ...words, title: 'Clients' } };
  expect(withWording(messages, 'en', { es: { 'clients.client': { one: 'a', other: 'b' } } })).toBe(messages);
  const changed = withWording(messages, 'en', { en: { 'clients.client': { one: 'patient', other: 'patients' } } });
  expect(offeredWords(changed)).toEqual({ 'clients.client': { one: 'client', other: 'clients' } });
});

it('leaves every text alone that does not hold the word, whatever is in it', () => {
  fc.assert(fc.property(fc.string().filter((text) => !/client/i.test(text)), (text) => expect(said(text)).toBe(text)));
});
