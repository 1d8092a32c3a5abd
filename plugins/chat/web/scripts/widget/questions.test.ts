import { readQuestion } from './questions.ts';

test.each([
  ['What is it about?', { label: 'What is it about?', type: 'text', choices: [], required: false }],
  ['What is it about? *', { label: 'What is it about?', type: 'text', choices: [], required: true }],
  ['How old is the roof? [number]*', { label: 'How old is the roof?', type: 'number', choices: [], required: true }],
  ['Your phone [Phone]', { label: 'Your phone', type: 'tel', choices: [], required: false }],
  ['ما الموضوع؟ [إصلاح | سقف جديد] *', { label: 'ما الموضوع؟', type: 'choice', choices: ['إصلاح', 'سقف جديد'], required: true }],
  ['Nothing inside []', { label: 'Nothing inside', type: 'text', choices: [], required: false }],
])('%s', (line, question) => {
  expect(readQuestion(line)).toEqual(question);
});
