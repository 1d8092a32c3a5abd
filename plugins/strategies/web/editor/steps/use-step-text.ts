'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import type { Step } from '../../../contract.ts';

export interface StepText {
  /** What a step is called: its name, or what it does. */
  title: (step: Step) => string;
  /** With its place, counted from 1. */
  numbered: (step: Step, index: number) => string;
  /** One quiet line on what it says or waits for. */
  summary: (step: Step) => string;
}

/** Words for steps, wherever they are listed. */
export function useStepText(): StepText {
  const t = useTranslations('strategies.editor.steps');
  return useMemo(() => {
    const title = (step: Step): string => {
      if (step.name) return step.name;
      if (step.kind === 'call' || step.kind === 'task') return step.title || t(`kinds.${step.kind}`);
      if (step.kind === 'wait') return t(`waits.${step.unit}`, { amount: step.amount });
      if (step.kind === 'email' && step.variants[0]?.subject) return step.variants[0].subject;
      return t(`kinds.${step.kind}`);
    };
    const summary = (step: Step): string => {
      if (step.kind === 'message' || step.kind === 'email') return (step.variants[0]?.body ?? '').replace(/\s+/g, ' ').slice(0, 140);
      if (step.kind === 'call' || step.kind === 'task') return step.waits ? t('waitsForIt') : t('dueIn', { hours: step.dueInHours });
      if (step.kind === 'wait') return step.at ? t('untilTime', { time: step.at }) : '';
      if (step.kind === 'condition') return t('ruleCount', { count: step.when.length });
      return step.ways.map(({ name }) => name).join(' · ');
    };
    return { title, summary, numbered: (step, index) => `${index + 1}. ${title(step)}` };
  }, [t]);
}
