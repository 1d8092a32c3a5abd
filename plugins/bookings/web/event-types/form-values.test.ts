import { bodyOf, formRules, freshValues, slugOf } from './form-values.ts';

it('makes an address of a title in any Latin script', () => {
  expect(slugOf('Visita de 30 min · Techo señorial')).toBe('visita-de-30-min-techo-senorial');
  expect(slugOf('  —Roof check!  ')).toBe('roof-check');
  expect(slugOf('زيارة')).toBe('');
});

it('sends no empty texts', () => {
  expect(bodyOf({ ...freshValues(1), title: 'A', slug: ' ', description: ' ', locationValue: '' })).toMatchObject({ title: 'A', description: null, locationValue: null });
  expect(bodyOf({ ...freshValues(1), title: 'A', slug: ' ' })).not.toHaveProperty('slug');
});

it('says at the list what is wrong inside it', async () => {
  const rules = (await formRules())['~standard'];
  const { issues } = rules.validate({ ...freshValues(1), title: 'A', lengths: [30, 2] }) as { issues: { path: string[] }[] };
  expect(issues.map(({ path }) => path)).toEqual([['lengths']]);
  expect(rules.validate({ ...freshValues(1), title: 'A' })).not.toHaveProperty('issues');
});
