'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Input, Menu, NumberInput, Select } from '@loctelli/core/web';
import type { Happening, QualificationQuestion } from '../../contract.ts';
import { useAt } from '../editor/draft-context.tsx';
import { useStageOptions } from '../use-set-up.ts';
import { freshHappening, happeningKinds, minutesFrom, spanOf, units } from './scenario-state.ts';

interface Props {
  value: Happening[];
  onChange: (happenings: Happening[]) => void;
}

/** What happens meanwhile, by how long after the beginning. */
export function Happenings({ value, onChange }: Props) {
  const t = useTranslations('strategies.simulator');
  const stages = useStageOptions();
  const questions = useAt<QualificationQuestion[]>('script.questions').value;
  const known = { ...(stages[0] && { stageId: Number(stages[0].value) }), ...(questions[0] && { question: questions[0].key }) };
  const offered = happeningKinds.filter((what) => (what !== 'stage' || stages.length > 0) && (what !== 'answer' || questions.length > 0));
  const last = value.at(-1)?.at ?? 0;
  const change = (index: number, next: Happening) => onChange(value.map((each, at) => (at === index ? next : each)));
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('happenings')}</h3>
      {value.length === 0 && <p className="text-sm text-muted">{t('noHappenings')}</p>}
      {value.map((happening, index) => (
        <div key={index} role="group" aria-label={t(`what.${happening.what}`)} className="flex flex-col gap-2 rounded-md bg-sunken p-2">
          <div className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate font-medium">{t(`what.${happening.what}`)}</span>
            <Button variant="ghost" size="icon-sm" aria-label={t('removeHappening', { what: t(`what.${happening.what}`) })} onClick={() => onChange(value.filter((_, at) => at !== index))}>
              <X aria-hidden />
            </Button>
          </div>
          <div className="flex items-center gap-2">
            <span className="text-sm text-muted">{t('after')}</span>
            <Span at={happening.at} onChange={(at) => change(index, { ...happening, at })} />
          </div>
          {happening.what === 'reply' && <Input aria-label={t('replyText')} placeholder={t('replyText')} value={happening.text} onChange={(event) => change(index, { ...happening, text: event.target.value })} />}
          {happening.what === 'stage' && <Select aria-label={t('stage')} value={String(happening.stageId)} options={stages} onChange={(id) => change(index, { ...happening, stageId: Number(id) })} />}
          {happening.what === 'answer' && <Answer happening={happening} questions={questions} onChange={(next) => change(index, next)} />}
        </div>
      ))}
      <Menu
        align="start"
        groups={[{ items: offered.map((what) => ({ id: what, label: t(`what.${what}`), onSelect: () => onChange([...value, freshHappening(what, last + 60, known)]) })) }]}
        trigger={
          <Button size="sm" variant="ghost" className="self-start">
            <Plus aria-hidden />
            {t('addHappening')}
          </Button>
        }
      />
    </section>
  );
}

function Span({ at, onChange }: { at: number; onChange: (at: number) => void }) {
  const t = useTranslations('strategies.simulator');
  const steps = useTranslations('strategies.editor.steps.units');
  const { amount, unit } = spanOf(at);
  return (
    <span className="flex items-center gap-1">
      <span className="w-16">
        <NumberInput aria-label={t('after')} decimals={0} min={0} max={10_000} value={amount} onChange={(next) => next !== null && onChange(minutesFrom(next, unit))} />
      </span>
      <Select className="w-28" aria-label={t('unit')} value={unit} options={units.map((value) => ({ value, label: steps(value) }))} onChange={(next) => onChange(minutesFrom(amount, next))} />
    </span>
  );
}

type AnswerHappening = Extract<Happening, { what: 'answer' }>;

function Answer({ happening, questions, onChange }: { happening: AnswerHappening; questions: QualificationQuestion[]; onChange: (next: AnswerHappening) => void }) {
  const t = useTranslations('strategies.simulator');
  const rules = useTranslations('strategies.editor.rules');
  const question = questions.find(({ key }) => key === happening.question);
  const { value } = happening;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Select aria-label={t('question')} value={happening.question} options={questions.map(({ key, label }) => ({ value: key, label }))} onChange={(key) => onChange({ ...happening, question: key, value: '' })} />
      {question?.kind === 'boolean' ? (
        <Select
          aria-label={t('answer')}
          placeholder={t('answer')}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          options={[
            { value: 'yes', label: rules('yes') },
            { value: 'no', label: rules('no') },
          ]}
          onChange={(next) => onChange({ ...happening, value: next === 'yes' })}
        />
      ) : question?.kind === 'number' || question?.kind === 'money' ? (
        <NumberInput aria-label={t('answer')} placeholder={t('answer')} value={typeof value === 'number' ? value : null} onChange={(next) => onChange({ ...happening, value: next ?? '' })} />
      ) : question?.options.length ? (
        <Select aria-label={t('answer')} placeholder={t('answer')} value={typeof value === 'string' && value ? value : null} options={question.options.map((each) => ({ value: each, label: each }))} onChange={(next) => onChange({ ...happening, value: next })} />
      ) : (
        <Input aria-label={t('answer')} placeholder={t('answer')} value={String(value)} onChange={(event) => onChange({ ...happening, value: event.target.value })} />
      )}
    </div>
  );
}
