import { useLocale, useTranslations } from 'next-intl';
import { useFormats } from '../../i18n/formats.ts';
import { isDay, spellDay } from '../date/days.ts';
import { useUserOptions } from '../fields/user-select.tsx';
import { isOpenEnd, type FilterCondition, type FilterField } from './conditions.ts';

/** What a condition says, for its chip: the comparison, and the value in words. */
export function useConditionText(field: FilterField, condition: FilterCondition): { operator: string; value: string } {
  const t = useTranslations('core.kit.filter');
  const locale = useLocale();
  const formats = useFormats();
  const users = useUserOptions('', field.type === 'user' && !field.options);
  const options = field.options ?? users.options;
  const { operator, value } = condition;
  const say = (each: string | number | boolean): string => {
    if (typeof each === 'boolean') return t(each ? 'yes' : 'no');
    if (isDay(each)) return spellDay(each, locale);
    const option = options.find((one) => one.value === String(each));
    if (option) return option.label;
    if (field.type === 'user') return t('someone');
    if (typeof each === 'number' && field.type === 'money') return formats.money(each, field.currency ?? 'USD');
    return typeof each === 'number' ? formats.number(each) : each;
  };
  const named = field.type === 'text' ? (`text.${operator}` as const) : field.type === 'date' ? (`date.${operator}` as const) : (`plain.${operator}` as const);
  const text = t.has(named) ? t(named) : t(`plain.${operator}`);
  if (value === undefined) return { operator: text, value: '' };
  if (operator === 'withinDays') return { operator: text, value: t('days', { count: Number(value) }) };
  if (operator === 'between' && Array.isArray(value) && value.some(isOpenEnd)) {
    const below = isOpenEnd(value[0]);
    const open = field.type === 'date' ? (below ? 'upTo' : 'from') : below ? 'atMost' : 'atLeast';
    return { operator: t(`plain.${open}`), value: say(value[below ? 1 : 0]!) };
  }
  if (operator === 'between' && Array.isArray(value)) return { operator: text, value: value[0] === value[1] ? say(value[0]!) : t('range', { from: say(value[0]!), to: say(value[1]!) }) };
  if (!Array.isArray(value)) return { operator: text, value: say(value) };
  return { operator: text, value: value.length > 2 ? t('more', { first: say(value[0]!), count: value.length - 1 }) : formats.list(value.map(say)) };
}
