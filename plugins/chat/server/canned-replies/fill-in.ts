import { problem } from '@loctelli/core/server';
import { Liquid } from 'liquidjs';
import { cannedVariables, chatErrors } from '../../contract.ts';

/** Value of each variable; empty where it is not known or not for the writer to know. */
export type Values = Record<(typeof cannedVariables)[number], string>;

/** Nothing but these may stand between `{%` and `%}`: no file is ever read, and nothing runs on for long. */
const tags = new Set(['if', 'unless', 'else', 'elsif', 'case', 'when', 'assign', 'comment']);
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 20_000,
  renderLimit: 50,
  memoryLimit: 200_000,
  templates: {},
});
for (const tag of Object.keys(engine.tags)) if (!tags.has(tag)) delete engine.tags[tag];

/** Fills a text in. Throws chat.wrong-template, which says what is wrong with it. */
export function fillIn(template: string, values: Values): string {
  const scope: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [noun, field] = name.split('.') as [string, string];
    (scope[noun] ??= {})[field] = value;
  }
  try {
    return (engine.parseAndRenderSync(template, scope) as string).slice(0, 20_000);
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.replace(/, file:.*?(?=,|$)/, '');
    throw problem(chatErrors.wrongTemplate, { reason }, [{ path: 'body', code: 'template', message: reason }]);
  }
}

/** Throws chat.wrong-template for a text that could not be filled in whatever the values are. */
export const demandSound = (template: string): void => void fillIn(template, Object.fromEntries(cannedVariables.map((name) => [name, 'x'])) as Values);
