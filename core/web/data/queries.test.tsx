import { QueryObserver } from '@tanstack/react-query';
import { Queries } from './queries.ts';

/** A query that is looked at, whose answers come when the test says so. */
function watched(queries: Queries) {
  const asked: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(queries, { queryKey: ['delivery', 1], queryFn: () => new Promise<string>((resolve) => asked.push(resolve)) });
  const stop = observer.subscribe(() => undefined);
  return { asked, data: () => observer.getCurrentResult().data, stop };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

it('fetches again what changed while it was fetched for the first time, once', async () => {
  const queries = new Queries();
  const { asked, data, stop } = watched(queries);
  for (let time = 0; time < 3; time++) void queries.invalidateQueries({ queryKey: ['delivery'] });
  expect(asked).toHaveLength(1);
  asked[0]!('before');
  await turn();
  expect(data()).toBe('before');
  expect(asked).toHaveLength(2);
  asked[1]!('after');
  await turn();
  expect(data()).toBe('after');
  expect(asked).toHaveLength(2);
  stop();
});

it('leaves alone what is about something else, and what was answered already is fetched anew at once', async () => {
  const queries = new Queries();
  const { asked, data, stop } = watched(queries);
  void queries.invalidateQueries({ queryKey: ['other'] });
  asked[0]!('first');
  await turn();
  expect(asked).toHaveLength(1);
  void queries.invalidateQueries({ queryKey: ['delivery'] });
  expect(asked).toHaveLength(2);
  asked[1]!('second');
  await turn();
  expect(data()).toBe('second');
  expect(asked).toHaveLength(2);
  stop();
});
