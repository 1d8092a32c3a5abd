'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';
import type { SimulatedEvent, Strategy } from '../../contract.ts';
import { useStepText } from '../editor/steps/use-step-text.ts';
import { useStageOptions } from '../use-set-up.ts';

/** Words for the events of a run: what it is, where it is no step, and what there is to add. */
export function useEventWords(strategy: Strategy, zone: string): { title: (event: SimulatedEvent) => string; note: (event: SimulatedEvent) => string | null } {
  const t = useTranslations('strategies.simulator');
  const delays = useTranslations('strategies.delays');
  const stops = useTranslations('strategies.stops');
  const done = useTranslations('strategies.done');
  const quiet = useTranslations('strategies.quiet');
  const steps = useTranslations('strategies.editor.steps');
  const formats = useFormats();
  const text = useStepText();
  const stages = useStageOptions();
  const { script, cadence } = strategy.draft;

  const title = ({ what, kind, note }: SimulatedEvent): string => {
    if (what === 'happening') return t.has(`what.${kind}`) ? t(`what.${kind}`) : kind;
    if (what === 'suggestion') return t('suggestion');
    if (what === 'delay') return delays.has(kind) ? delays(kind) : t('delay');
    if (note && stops.has(note)) return t('endedBy', { reason: stops(note) });
    return t.has(`ends.${kind}`) ? t(`ends.${kind}`) : kind;
  };
  const destination = (id: string): string => {
    const at = cadence.steps.findIndex((step) => step.id === id);
    return t('goesTo', { step: at >= 0 ? text.numbered(cadence.steps[at]!, at) : steps(id === 'next' ? 'goOn' : 'end') });
  };
  const note = ({ what, kind, note: code, text: said }: SimulatedEvent): string | null => {
    if (kind === 'branch') return [said ? done('way', { text: said }) : done('no-way'), code && destination(code)].filter(Boolean).join(' · ');
    if (kind === 'condition') return [done(said === 'then' ? 'then' : 'otherwise'), code && destination(code)].filter(Boolean).join(' · ');
    if (!code || what === 'end') return null;
    if (what === 'happening') return kind === 'answer' ? (script.questions.find(({ key }) => key === code)?.label ?? code) : kind === 'stage' ? (stages.find(({ value }) => value === code)?.label ?? code) : null;
    if (what === 'suggestion') return quiet.has(code) ? quiet(code) : code;
    if (Number.isNaN(Date.parse(code))) return done.has(code) ? done(code, { text: '' }) : code;
    return t(kind === 'call' || kind === 'task' ? 'due' : 'until', { when: formats.dateTime(code, zone) });
  };
  return { title, note };
}
