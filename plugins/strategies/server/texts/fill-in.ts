import { Liquid } from 'liquidjs';

/** What a text may say, beside `answers.<key>` of the script's questions and `custom.<key>` of the tenant's fields. */
export const textVariables = [
  'client.name',
  'client.firstName',
  'client.email',
  'client.phone',
  'client.company',
  'client.position',
  'user.name',
  'user.firstName',
  'tenant.name',
  'persona.name',
  'persona.role',
  'booking.url',
] as const;

/** Value of each variable, by its whole name; empty where it is not known. */
export type TextValues = Record<(typeof textVariables)[number], string> & Partial<Record<`answers.${string}` | `custom.${string}`, string>>;

/** Nothing but these may stand between `{%` and `%}`: no file is ever read, and nothing runs on for long. */
const tags = new Set(['if', 'unless', 'else', 'elsif', 'case', 'when', 'assign', 'comment']);
const engine = new Liquid({
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 25_000,
  renderLimit: 50,
  memoryLimit: 200_000,
  templates: {},
});
for (const tag of Object.keys(engine.tags)) if (!tags.has(tag)) delete engine.tags[tag];

/** Fills a text in. What has no value is left empty; a text that is no template stays as it is, so that a client is always written to. */
export function fillIn(template: string, values: Partial<TextValues>): string {
  if (!/\{[{%]/.test(template)) return template;
  const scope: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [noun, field] = name.split('.') as [string, string];
    (scope[noun] ??= {})[field] = value ?? '';
  }
  try {
    return (engine.parseAndRenderSync(template, scope) as string).slice(0, 20_000);
  } catch {
    return template;
  }
}

/** Whether a text could be filled in, and says nothing but these variables. */
export function isSound(template: string, known: ReadonlySet<string>): boolean {
  if (!/\{[{%]/.test(template)) return true;
  try {
    const parsed = engine.parse(template);
    const used = engine.globalFullVariablesSync(parsed);
    return used.every((name) => known.has(name));
  } catch {
    return false;
  }
}
