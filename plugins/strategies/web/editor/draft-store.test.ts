import { definition } from '../../contract.ts';
import { DraftStore } from './draft-store.ts';
import { idFor, keyFor } from './keys.ts';
import { firstOperation, withOperator } from './rules/operators.ts';

const draft = definition.parse({ script: { opening: 'Hello' }, cadence: { steps: [{ kind: 'wait', id: 's1', amount: 1, unit: 'days' }, { kind: 'wait', id: 's2', amount: 2, unit: 'days' }] } });
const storeOf = (onChange = () => undefined as void, readOnly = false) => new DraftStore(draft, [{ path: 'script.opening', code: 'wrong-template' }], readOnly, onChange);

test('a change keeps what did not change, so that only the changed part is drawn anew', () => {
  let changes = 0;
  const store = storeOf(() => void (changes += 1));
  store.set('cadence.steps.1.amount', 5);
  expect(store.at('cadence.steps.1.amount')).toBe(5);
  expect(store.at('cadence.steps.0')).toBe(draft.cadence.steps[0]);
  expect(store.at('script')).toBe(draft.script);
  expect(draft.cadence.steps[1]).toMatchObject({ amount: 2 });
  expect(changes).toBe(1);
});

test('what could not be kept is told at its place, beside what the server said of the rest', () => {
  const store = storeOf();
  store.set('script.questions', [{ key: 'age', label: '', hint: '', kind: 'number', required: false, options: [], writesTo: null }]);
  expect(store.all()).toEqual([
    { path: 'script.questions.0.label', code: 'incomplete' },
    { path: 'script.opening', code: 'wrong-template' },
  ]);
  store.set('script.questions.0.label', 'How old is it?');
  expect(store.incomplete).toEqual([]);
});

test('who may only read changes nothing', () => {
  const store = storeOf(undefined, true);
  store.set('script.opening', 'Goodbye');
  expect(store.at('script.opening')).toBe('Hello');
});

test('keys are made of labels, and never of one that is taken', () => {
  expect(keyFor('¿Cuántos años tiene el tejado?', [], 'question')).toBe('cuantosAnosTieneElTejado');
  expect(keyFor('كم عمر السقف؟', [], 'question')).toBe('question');
  expect(keyFor('Age', ['age', 'age2'], 'question')).toBe('age3');
  expect(idFor('s', ['s1', 's3'])).toBe('s4');
});

test('another operator keeps the value where it can take it', () => {
  const source = { id: 'source', label: 'Source', group: '', kind: 'text' as const };
  expect(firstOperation(source)).toEqual({ operator: 'is' });
  expect(withOperator({ operator: 'is', value: 'Web' }, 'anyOf')).toEqual({ operator: 'anyOf', value: ['Web'] });
  expect(withOperator({ operator: 'anyOf', value: ['a', 'b'] }, 'is')).toEqual({ operator: 'is' });
  expect(withOperator({ operator: 'is', value: 'Web' }, 'empty')).toEqual({ operator: 'empty' });
  expect(withOperator({ operator: 'before', value: '2026-01-01' }, 'withinDays')).toEqual({ operator: 'withinDays' });
});
