import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadTenantFiles } from './tenant-files.ts';

let root: string;
beforeEach(() => (root = fs.mkdtempSync(path.join(os.tmpdir(), 'loctelli-tenants-'))));
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const write = (file: string, content: string | object) => {
  fs.mkdirSync(path.dirname(path.join(root, 'tenants', file)), { recursive: true });
  fs.writeFileSync(path.join(root, 'tenants', file), typeof content === 'string' ? content : JSON.stringify(content));
};
const fault = () => {
  try {
    loadTenantFiles(root);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was wrong');
};

test('the tenants in this repository are an agency with two businesses, each with pictures that are there', () => {
  const { default: brand, tenants } = loadTenantFiles(path.resolve(import.meta.dirname, '../../..'));
  expect(brand.colour).toMatch(/^#/);
  expect([...tenants.keys()].sort()).toEqual(expect.arrayContaining(['bright-dental', 'northstar', 'summit-roofing']));
  expect(tenants.get('northstar')).toMatchObject({ kind: 'agency' });
  expect(tenants.get('summit-roofing')).toMatchObject({ parent: 'northstar', kind: 'business', zone: 'America/Denver', country: 'US' });
  expect(tenants.get('bright-dental')).toMatchObject({ parent: 'northstar', kind: 'business', zone: 'Europe/Madrid', country: 'ES' });
});

test('a clone without tenants has none', () => {
  expect(loadTenantFiles(root)).toEqual({ default: {}, tenants: new Map() });
});

test('what a file leaves out has its default', () => {
  write('acme/tenant.json', { name: 'Acme' });
  expect(loadTenantFiles(root).tenants.get('acme')).toMatchObject({
    kind: 'business',
    locale: 'en',
    zone: 'UTC',
    registration: false,
    brand: {},
  });
});

test('every wrong file is named at once, each with what to do', () => {
  write('default/tenant.json', { brand: { colour: 'red' } });
  write('acme/tenant.json', { name: 'Acme', colour: '#112233' });
  write('broken/tenant.json', '{ "name": ');
  write('child/tenant.json', { name: 'Child', parent: 'broken' });
  write('Upper/tenant.json', { name: 'Upper' });
  fs.mkdirSync(path.join(root, 'tenants/empty'));
  const text = fault();
  expect(text).toMatch(/tenants\/default\/tenant\.json: brand\.colour: must be a colour like #1f6feb → /);
  expect(text).toMatch(/tenants\/acme\/tenant\.json: .*colour.* → /);
  expect(text).toMatch(/tenants\/broken\/tenant\.json: is no JSON: .* → /);
  expect(text).toMatch(/tenants\/Upper\/tenant\.json: Upper cannot be a tenant's host → rename the folder/);
  expect(text).not.toMatch(/child/);
  expect(text).toMatch(/tenants\/empty\/tenant\.json: is missing → /);
});

test('a picture that is named has to be there', () => {
  write('acme/tenant.json', { name: 'Acme', brand: { logo: 'logo.svg', favicon: 'favicon.svg' } });
  write('acme/favicon.svg', '<svg/>');
  expect(fault()).toMatch(/acme\/tenant\.json: brand\.logo is logo\.svg, which is not in tenants\/acme → put it there/);
  expect(fault()).not.toMatch(/favicon/);
  write('other/tenant.json', { name: 'Other', brand: { logo: '../acme/favicon.svg' } });
  expect(fault()).toMatch(/other\/tenant\.json: brand\.logo is \.\.\/acme/);
});

test('the tree has a top: a parent is there, is no business, and is nobody under itself', () => {
  write('lost/tenant.json', { name: 'Lost', parent: 'absent' });
  write('shop/tenant.json', { name: 'Shop' });
  write('corner/tenant.json', { name: 'Corner', parent: 'shop' });
  write('one/tenant.json', { name: 'One', kind: 'agency', parent: 'two' });
  write('two/tenant.json', { name: 'Two', kind: 'agency', parent: 'one' });
  const text = fault();
  expect(text).toMatch(/lost\/tenant\.json: parent absent has no folder in tenants\/ → add tenants\/absent/);
  expect(text).toMatch(/corner\/tenant\.json: parent shop is a business → /);
  expect(text).toMatch(/one\/tenant\.json: is above itself: one → two → one → /);
});
