import fc from 'fast-check';
import { keyFor } from './field-key.ts';

test.each([
  ['Roof age', [], 'roofAge'],
  ['Año de construcción', [], 'anoDeConstruccion'],
  ['2nd phone', [], 'field2ndPhone'],
  ['عمر السقف', [], 'field'],
  ['Roof age', ['roofAge', 'roofAge2'], 'roofAge3'],
])('%s', (label, taken, key) => expect(keyFor(label, taken)).toBe(key));

test('any label gives a key that the server takes and that is free', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.string()), (label, taken) => {
      const key = keyFor(label, taken);
      expect(key).toMatch(/^[a-z][a-zA-Z0-9]{0,39}$/);
      expect(taken).not.toContain(key);
    }),
  );
});
