import type { FilterField } from '@loctelli/core/web';

/** People, places and words that fill the gallery: data, as a tenant would have typed it. */
export interface Person {
  id: number;
  name: string;
  company: string;
  status: string;
  value: number;
  joined: string;
  tags: string[];
}
const names = ['Dana Reyes', 'Marcus Webb', 'Leila Hassan', 'Tom Okafor', 'Ines Duarte', 'Yuki Tanaka', 'Omar Farouk', 'Greta Lindqvist'];
const companies = ['Alder & Sons', 'Bluebird Bakery', 'Corner Clinic', 'Delta Storage'];
export const stages = [
  { value: 'lead', label: 'Lead' },
  { value: 'offer', label: 'Offer sent' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
];
export const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: count > names.length ? `${names[index % names.length]} ${index + 1}` : names[index]!,
    company: companies[index % companies.length]!,
    status: stages[index % 3]!.value,
    value: ((index * 7919) % 90) * 250 + 500,
    joined: `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 27) + 1).padStart(2, '0')}`,
    tags: index % 2 ? ['roof'] : ['gutter', 'vip'],
  }));
export const words = {
  title: 'Gallery', name: 'Name', company: 'Company', status: 'Stage', value: 'Value', joined: 'Joined', tags: 'Tags', email: 'E-mail address', hint: 'Only used for invoices.', error: 'Enter an e-mail address like name@company.com.',
  save: 'Save changes', cancel: 'Not now', delete: 'Delete Dana', open: 'Open', primary: 'Add client', description: 'What it is for, in one sentence.', note: 'Called @[Dana Reyes](user:12) about the second floor.', month: 'Month', revenue: 'Revenue', costs: 'Costs',
  people: 'People', pipeline: 'Pipeline', brand: 'Brands', one: 'One brand', two: 'Two brands', light: 'Light', dark: 'Dark', emptyTitle: 'No clients yet', emptyText: 'Clients are the people and companies you work with.', all: 'All clients', key: 'A key', phone: 'Phone', agree: 'Send me a copy', nothing: 'Nothing is sent.',
};
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'].map((label, index) => ({ label, values: { revenue: [12, 18, 15, 24, 22, 31][index]! * 1000, costs: [9, 11, 12, 13, 15, 16][index]! * 1000 } }));
export const filterFields: FilterField[] = [
  { id: 'name', label: words.name, type: 'text' },
  { id: 'status', label: words.status, type: 'select', options: stages },
  { id: 'value', label: words.value, type: 'money', currency: 'EUR' },
  { id: 'joined', label: words.joined, type: 'date' },
];
