import fc from 'fast-check';
import { TextGuard } from './text-guard.ts';
import { saysWhen } from './time-words.ts';

const slots = [
  { start: '2030-01-07T09:00:00.000Z', text: 'Monday 7 January, 10:00 CET' },
  { start: '2030-01-08T14:30:00.000Z', text: 'Tuesday 8 January, 15:30 CET' },
];
const prohibited = ['Never say "guaranteed"', 'lowest price'];

function guarded(pieces: readonly string[]) {
  const guard = new TextGuard({ slots, prohibited });
  const shown = pieces.map((piece) => guard.push(piece)).join('') + guard.end();
  return { shown, text: guard.text, verdict: guard.verdict, slots: guard.slots.map(({ start }) => start) };
}

/** A text cut at arbitrary places. */
const cut = (text: string, places: readonly number[]) => {
  const at = [...new Set([0, ...places.map((place) => place % (text.length + 1)), text.length])].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => text.slice(at[index], end));
};
const places = fc.array(fc.nat(2_000), { maxLength: 40 });
const harmless = fc.array(
  fc.constantFrom('We repair roofs of tile and slate.', 'Is the leak near a chimney?', 'Gracias por escribirnos.', '¿Qué tipo de tejado es?', 'شكرا لتواصلك معنا.', 'The guarantee is 10 years.', 'It costs 3.30 a tile, or 1,200 in all.', 'It takes 30 minutes.', 'Nuestro equipo tiene 12 personas.', 'You get 15% off in 3 steps.', 'Is it a 24/7 service?', 'Two of us will come.', 'I may help.'),
  { minLength: 1, maxLength: 8 },
);
// prettier-ignore
const times = fc.constantFrom('at 3', 'at 3pm', 'at three', '15:30', '3 p.m.', 'tomorrow at 3', 'Tuesday at 10', 'Tuesday morning', 'tomorrow afternoon', "five o'clock", 'half past two', 'noon', 'on Tuesday around 4', 'March 3rd', '3 March', '2030-01-07', 'in two hours',
  'a las 3', 'a las tres', 'mañana a las 10', 'el martes a las 15', 'mañana por la tarde', '15h', '15 h 30', 'mediodía', 'el 3 de marzo', 'las 5 en punto', 'sobre las cinco', 'a la una',
  'الساعة ٣', 'الساعة الثالثة', 'غدا الساعة ٣', 'غدًا في ٣', '٣ مساءً', '١٥:٣٠', '۱۵:۳۰', 'يوم الثلاثاء ٣', 'الثلاثاء صباحًا', '٣ مارس', 'بالساعة ٥');

test.each(['3:30', '３：３０', '3​:30', '10 am', '10 A.M.', 'MAÑANA A LAS DIEZ', 'غداً الساعة العاشرة', 'Wed 4', 'jueves 11', '12/01/2030', 'on 12/01'])('%s says when', (text) => expect(saysWhen(`How about ${text}, then?`)).toBe(true));
test.each(['We have 20 years of experience', 'at 5 locations', 'Tenemos 3 opciones para usted', 'Tuesday suits many people', 'mañana le escribimos', 'نعمل في ٣ مدن', 'It costs $3.30', 'Ratio 1/2 inch', 'I may come', 'a las personas', 'at 20% off', 'call 555 0192', 'اليوم نحن هنا'])('%s does not', (text) => expect(saysWhen(text)).toBe(false));

test('what is let through does not depend on where the stream is cut', () => {
  const anything = fc.array(fc.oneof(harmless.map((all) => all.join(' ')), times, fc.constantFrom('[[slot:1]]', '[[slot:2]]', '[[slot:3]]', '[[slot:', ']]', 'guaranteed', '\n', '. ', 'lowest', 'price'), fc.string({ maxLength: 12 })), { maxLength: 12 });
  fc.assert(
    fc.property(anything, places, (parts, at) => {
      const text = parts.join(' ');
      const whole = guarded([text]);
      const pieces = guarded(cut(text, at));
      // A piece that is too late to matter may only be shown when the whole was.
      expect(pieces).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test('a harmless text comes out as it went in', () => {
  fc.assert(
    fc.property(harmless, places, (sentences, at) => {
      const text = sentences.join(' ');
      expect(guarded(cut(text, at))).toMatchObject({ text, verdict: null, slots: [] });
    }),
  );
});

test('a token becomes the time it stands for, one that stands for none ends it', () => {
  fc.assert(
    fc.property(harmless, fc.constantFrom('[[slot:1]]', '[[slot:2]]', '[[ Slot : 2 ]]', '[[slot:3]]', '[[slot:0]]', '[[slot:1', '[[date:1]]', 'slot:1]]'), places, (sentences, written, at) => {
      const text = `${sentences.join(' ')} Would ${written} suit you? Tell me.`;
      const result = guarded(cut(text, at));
      const slot = /^\[\[\s*slot\s*:\s*([12])\s*\]\]$/i.exec(written);
      if (!slot) return expect(result.verdict).toBe('refused');
      const named = slots[Number(slot[1]) - 1]!;
      expect(result).toMatchObject({ verdict: null, slots: [named.start], text: text.replace(written, named.text) });
    }),
  );
});

test('a time in other words is never let through, whatever stands around it and wherever it is cut', () => {
  const hidden = fc.constantFrom('', '\u200b', '\u200f', '\u00ad');
  fc.assert(
    fc.property(harmless, times, harmless, hidden, places, (before, time, after, invisible, at) => {
      const spelt = invisible ? [...time].join(invisible) : time;
      const text = `${before.join(' ')} I could come ${spelt}. ${after.join(' ')}`;
      const result = guarded(cut(text, at));
      expect(result.verdict).toBe('refused');
      expect(result.shown).not.toContain(spelt);
    }),
    { numRuns: 400 },
  );
});

test('a prohibited phrase ends it, in whatever case, also over two sentences', () => {
  for (const text of ['This is GUARANTEED to hold.', 'We have the lowest. Price is what counts.', 'The lówest   price in town.']) expect(guarded([text]).verdict).toBe('prohibited');
  expect(guarded(['We never guarantee more than we can.']).verdict).toBeNull();
});

test('a sentence that was cut off is left out', () => {
  const guard = new TextGuard({ slots, prohibited });
  guard.push('We repair roofs. The price depends on the');
  guard.end(false);
  expect([guard.text, guard.verdict]).toEqual(['We repair roofs.', null]);
});
