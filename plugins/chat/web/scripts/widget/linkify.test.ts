import fc from 'fast-check';
import { linkify } from './linkify.ts';

test.each([
  ['See https://a.example/b?c=1.', 'https://a.example/b?c=1'],
  ['(www.a.example)', 'https://www.a.example'],
  ['https://a.example/x_(y)', 'https://a.example/x_(y)'],
  ['mail me: ana.ruiz@a.example!', 'mailto:ana.ruiz@a.example'],
  ['HTTPS://A.EXAMPLE', 'HTTPS://A.EXAMPLE'],
])('%s leads to %s', (text, href) => {
  expect(linkify(text).flatMap((piece) => piece.href ?? [])).toEqual([href]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'nothing here', 'a@b'])('%s leads nowhere', (text) => {
  expect(linkify(text).some(({ href }) => href)).toBe(false);
});

test('no text is lost or changed, and nothing but http, https and mailto comes out', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('https://', 'www.', '@', '.example', ')', '(', 'javascript:', '"', '<'));
  fc.assert(
    fc.property(fc.array(word).map((words) => words.join('')), (text) => {
      const pieces = linkify(text);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const { href } of pieces) if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
    }),
  );
});
