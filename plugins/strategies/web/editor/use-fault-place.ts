'use client';
import { useTranslations } from 'next-intl';
import type { Step } from '../../contract.ts';
import { useDraft } from './draft-context.tsx';
import type { Path } from './draft-store.ts';
import { useStepText } from './steps/use-step-text.ts';

const sections: Record<string, string> = {
  persona: 'script.persona',
  tone: 'script.persona',
  communicationStyle: 'script.persona',
  background: 'script.background',
  opening: 'script.opening',
  questions: 'script.questions',
  disqualifications: 'script.disqualifications',
  objections: 'script.objections',
  closing: 'script.closing',
  booking: 'script.booking',
  guidelines: 'script.rules',
  prohibited: 'script.rules',
  replyDelay: 'script.rules',
  steps: 'steps.title',
  window: 'window.title',
  throttle: 'throttle.title',
  stopOn: 'stop.title',
  triggers: 'triggers.title',
};

/** Names a place of the draft as people know it: its part, or the step or question that it is in. */
export function useFaultPlace(): (path: Path) => string {
  const t = useTranslations('strategies.editor');
  const store = useDraft();
  const text = useStepText();
  return (path) => {
    const [, part = '', index] = path.split('.');
    const key = sections[part];
    if (!key) return t('halves.script');
    if (index === undefined || Number.isNaN(Number(index))) return t(key);
    if (part === 'steps') {
      const step = store.at<Step | undefined>(`cadence.steps.${index}`);
      return step ? text.numbered(step, Number(index)) : t(key);
    }
    const item = store.at<Record<string, string> | undefined>(path.split('.').slice(0, 3).join('.'));
    const name = item?.label ?? item?.objection ?? item?.reason ?? item?.event;
    return name ? `${t(key)}: ${name}` : t(key);
  };
}
