'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';
import type { Definition, Step, StepKind } from '../../contract.ts';
import { useStepText } from '../editor/steps/use-step-text.ts';
import { variantLetter } from '../editor/steps/variant-name.ts';
import { useEventTypes, useStageOptions } from '../use-set-up.ts';
import { fieldWords } from './field-words.ts';

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What only machines read. */
const silent = new Set(['id', 'key', 'weight']);

/** Words for a difference: its place, and what stood and stands there. */
export function useDifferenceWords(before: Definition, after: Definition) {
  const t = useTranslations('strategies.editor');
  const v = useTranslations('strategies.versions');
  const locale = useLocale();
  const formats = useFormats();
  const text = useStepText();
  const types = useEventTypes();
  const stages = useStageOptions();

  const field = (name: string, parent?: string): string => {
    const key = fieldWords[`${parent}.${name}`] ?? fieldWords[name];
    return key ? t(key) : name;
  };
  const stepName = (id: string): string => {
    for (const { cadence } of [after, before]) {
      const index = cadence.steps.findIndex((step) => step.id === id);
      if (index >= 0) return text.numbered(cadence.steps[index]!, index);
    }
    return id;
  };
  const itemName = (list: string, id: string): string => {
    if (list === 'steps') return stepName(id);
    if (list === 'variants') return t('variants.letter', { letter: variantLetter(id) });
    if (list === 'triggers') return id;
    for (const { script } of [after, before]) {
      const items = (script as unknown as Record<string, Thing[]>)[list] ?? [];
      const item = items.find(({ key }) => key === id);
      if (item) return String(item.label ?? item.objection ?? item.reason ?? id);
    }
    return id;
  };
  /** Such as "3. Reminder › Variant A › Text". */
  const place = (path: string): string[] => {
    const parts = [...path.matchAll(/([a-zA-Z]+)(?:\[([^\]]*)\])?/g)].slice(1);
    return parts.flatMap(([, name, id], index) => {
      if (id !== undefined) return [itemName(name!, id)];
      const isLast = index === parts.length - 1;
      return isLast ? [field(name!, parts[index - 1]?.[1])] : ['persona', 'booking', 'replyDelay', 'throttle', 'stopOn', 'window'].includes(name!) ? [] : [field(name!)];
    });
  };
  const rule = (each: Thing): string => {
    const subject = String(each.field ?? each.question);
    const label = t.has(`facts.${subject}`) ? t(`facts.${subject}`) : itemName('questions', subject.replace(/^\w+:/, ''));
    return [label, t(`rules.operators.${String(each.operator)}`), each.value === undefined ? '' : spell(each.value, subject)].filter(Boolean).join(' ');
  };
  const spell = (value: unknown, name: string): string => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '—';
    if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no');
    if (name === 'eventTypeId') return types.find(({ id }) => id === value)?.title ?? String(value);
    if (name === 'stageIds' || name === 'stageId') return formats.list([value].flat().map((id) => stages.find((stage) => stage.value === String(id))?.label ?? String(id)));
    if (name === 'tone') return t(`script.tones.${String(value)}`);
    if (name === 'unit') return t(`steps.units.${String(value)}`);
    if (name === 'channel') return t(`steps.channels.${String(value)}`);
    if (name === 'kind') return t.has(`script.kinds.${String(value)}`) ? t(`script.kinds.${String(value)}`) : t(`steps.kinds.${String(value) as StepKind}`);
    if (['then', 'otherwise', 'goTo'].includes(name)) return value === 'next' ? t('steps.goOn') : value === 'end' ? t('steps.end') : stepName(String(value));
    if (name === 'days') return formats.list((value as number[]).map((day) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`2024-01-0${day}T12:00:00Z`))));
    if (typeof value === 'number') return formats.number(value);
    if (Array.isArray(value)) return value.map((each) => spell(each, name)).join(value.some(isThing) ? '\n' : ', ');
    if (isThing(value)) return 'operator' in value ? rule(value) : lines(value, name);
    return String(value);
  };
  /** A whole thing: what it says, line by line. */
  const lines = (thing: Thing, parent: string): string => {
    const title = 'kind' in thing && ('variants' in thing || 'title' in thing || 'amount' in thing || 'then' in thing || 'ways' in thing) ? text.title(thing as unknown as Step) : null;
    const rest = Object.entries(thing).filter(([name, value]) => !silent.has(name) && value !== '' && value !== null && !(Array.isArray(value) && value.length === 0) && !(title && (name === 'name' || name === 'kind')));
    return [...(title ? [title] : []), ...rest.map(([name, value]) => `${field(name, parent)}: ${spell(value, name)}`)].join('\n');
  };
  const valueOf = (value: unknown, path: string): string => spell(value, [...path.matchAll(/([a-zA-Z]+)(?:\[[^\]]*\])?/g)].at(-1)![1]!);
  return { place, valueOf, moved: (from: unknown, to: unknown) => v('movedFromTo', { from: Number(from) + 1, to: Number(to) + 1 }) };
}
