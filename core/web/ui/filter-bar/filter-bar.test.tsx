import { useState } from 'react';
import fc from 'fast-check';
import { click, focus, press, render, rest, type } from '../../testing/render.tsx';
import { conditionsFromText, conditionsToText, filterOperators, isComplete, operatorsOf, startOf, withOperator, type FilterCondition, type FilterField } from './conditions.ts';
import { FilterBar } from './filter-bar.tsx';

const fields: FilterField[] = [
  { id: 'name', label: 'Name', type: 'text' },
  { id: 'stageId', label: 'Stage', type: 'select', numeric: true, nullable: true, options: [{ value: '3', label: 'Offer' }, { value: '4', label: 'Won' }] },
  { id: 'value', label: 'Value', type: 'money', currency: 'EUR' },
  { id: 'createdAt', label: 'Created', type: 'date' },
  { id: 'stuck', label: 'Stuck', type: 'boolean' },
];

function Example({ heard }: { heard: (conditions: FilterCondition[]) => void }) {
  const [value, setValue] = useState<FilterCondition[]>([]);
  return <FilterBar fields={fields} value={value} onChange={(next) => (setValue(next), heard(next))} />;
}
const button = (text: string) => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === text)!;

beforeEach(() => (document.body.innerHTML = ''));

it('adds a filter by typing its name, and tells the list once it asks something', async () => {
  const heard = jest.fn();
  await render(<Example heard={heard} />);
  await click(button('Filter'));
  await rest(50);
  const search = document.querySelector<HTMLInputElement>('input[aria-label="Filter by…"]')!;
  await type(search, 'sta');
  await focus(search);
  await press('Enter');
  await rest(100);
  expect(heard).not.toHaveBeenCalled();
  await click([...document.querySelectorAll('[role=checkbox]')].find((box) => box.closest('label')?.textContent === 'Won')!);
  expect(heard).toHaveBeenLastCalledWith([{ field: 'stageId', operator: 'anyOf', value: [4] }]);
  expect(document.querySelector('[role=search]')!.textContent).toContain('Stage is any of Won');
  await click(document.querySelector('[aria-label="Remove the filter Stage"]')!);
  expect(heard).toHaveBeenLastCalledWith([]);
});

it('drops all filters at once', async () => {
  const heard = jest.fn();
  await render(<Example heard={heard} />);
  await click(button('Filter'));
  await rest(50);
  await click(button('Stuck'));
  await rest(100);
  expect(heard).toHaveBeenLastCalledWith([{ field: 'stuck', operator: 'is', value: true }]);
  await click(button('Clear filters'));
  expect(heard).toHaveBeenLastCalledWith([]);
});

const scalar = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean());
const condition = fc.record({ field: fc.constantFrom('name', 'stageId', 'value', 'stuck'), operator: fc.constantFrom(...filterOperators), value: fc.oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 4 })) });

it('reads from an address what it wrote into it', () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 5 }), (conditions) => {
      const complete = conditions.filter(isComplete);
      const params = new URLSearchParams({ where: conditionsToText(complete) });
      expect(conditionsFromText(new URLSearchParams(params.toString()).get('where'), fields)).toEqual(complete);
    }),
  );
});

it('opens its list for any text in the address, keeping only conditions it can show', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const each of conditionsFromText(text, fields)) expect(fields.some(({ id }) => id === each.field) && isComplete(each)).toBe(true);
    }),
  );
});

it('asks every type in each of its ways, and keeps no value that would mean something else', () => {
  for (const field of fields)
    for (const operator of operatorsOf(field)) {
      const next = withOperator({ ...startOf(field), value: ['a', 'b'] }, operator);
      if (next.value !== undefined) expect(isComplete(next)).toBe(true);
    }
});
