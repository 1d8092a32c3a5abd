import { render, rest } from '../testing/render.tsx';
import { useTitleCount } from './title-count.ts';

function Count({ count, of }: { count: number; of: 'bell' | 'page' }) {
  useTitleCount(count, of);
  return null;
}

it('puts the bell’s number before the title, the page’s while there is one, and leaves the title as it was', async () => {
  document.title = 'Inbox · Acme';
  const { rerender, unmount } = await render(<Count count={3} of="bell" />);
  expect(document.title).toBe('(3) Inbox · Acme');
  await rerender([<Count key="b" count={3} of="bell" />, <Count key="p" count={120} of="page" />]);
  expect(document.title).toBe('(99+) Inbox · Acme');
  document.title = 'Clients · Acme';
  await rest(1);
  expect(document.title).toBe('(99+) Clients · Acme');
  await rerender(<Count key="b" count={3} of="bell" />);
  expect(document.title).toBe('(3) Clients · Acme');
  await unmount();
  expect(document.title).toBe('Clients · Acme');
});

it('waits for a title that is not there yet', async () => {
  document.title = '';
  const { unmount } = await render(<Count count={2} of="page" />);
  expect(document.title).toBe('');
  document.title = 'Inbox';
  await rest(1);
  expect(document.title).toBe('(2) Inbox');
  await unmount();
});
