'use client';
import { useEffect, useState } from 'react';
import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, DatePicker, Field, Input, MultiSelect, NumberInput, Segmented, Select } from '@loctelli/core/web';
import type { PlaybookAnswers, QualificationQuestion } from '../../contract.ts';

type Answer = PlaybookAnswers[string];
interface Props {
  question: QualificationQuestion;
  value: Answer;
  onAnswer: (value: Answer) => void;
  error?: string;
  saved: boolean;
  missing: boolean;
  /** Of amounts, where it is known. */
  currency?: string | null;
}

/** One question, asked in its words; what is answered is kept when the field is left. */
export function QuestionField({ question, value, onAnswer, error, saved, missing, currency }: Props) {
  const t = useTranslations('strategies.playbook');
  const { label, hint, required, writesTo } = question;
  return (
    <Field
      label={label}
      hint={hint || undefined}
      error={error}
      aside={
        saved ? (
          <span role="status" className="flex items-center gap-1 text-xs text-success-text">
            <Check aria-hidden className="size-3.5" />
            {t(writesTo ? 'writes' : 'saved')}
          </span>
        ) : required && missing ? (
          <Badge tone="warning">{t('required')}</Badge>
        ) : undefined
      }
    >
      <Control question={question} value={value} onAnswer={onAnswer} currency={currency} />
    </Field>
  );
}

function Control({ question: { kind, label, options }, value, onAnswer, currency }: Pick<Props, 'question' | 'value' | 'onAnswer' | 'currency'>) {
  const t = useTranslations('strategies.playbook');
  const choices = options.map((option) => ({ value: option, label: option }));
  switch (kind) {
    case 'boolean':
      return (
        <div className="flex items-center gap-1">
          <Segmented
            label={label}
            value={value === true ? 'yes' : value === false ? 'no' : ''}
            onChange={(next) => onAnswer(next === 'yes')}
            options={[
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
          />
          {typeof value === 'boolean' && (
            <Button size="icon-sm" variant="ghost" aria-label={t('clear')} title={t('clear')} onClick={() => onAnswer(null)}>
              <X aria-hidden />
            </Button>
          )}
        </div>
      );
    case 'select':
      return <Select aria-label={label} value={typeof value === 'string' && value ? value : none} onChange={(next) => onAnswer(next === none ? null : next)} options={[{ value: none, label: t('notSaid') }, ...choices]} />;
    case 'multiselect':
      return <MultiSelect aria-label={label} placeholder={t('notSaid')} options={choices} value={Array.isArray(value) ? value : []} onChange={(next) => onAnswer(next.length ? next : null)} />;
    case 'number':
    case 'money':
      return <NumberInput decimals={kind === 'money' ? 2 : 6} min={kind === 'money' ? 0 : undefined} value={typeof value === 'number' ? value : null} onChange={onAnswer} end={kind === 'money' && currency ? <span className="text-xs">{currency}</span> : undefined} />;
    case 'date':
      return <DatePicker value={typeof value === 'string' ? value : null} onChange={onAnswer} />;
    default:
      return <TextAnswer type={kind === 'phone' ? 'tel' : kind} value={typeof value === 'string' ? value : ''} onAnswer={onAnswer} />;
  }
}

const none = '-';

function TextAnswer({ type, value, onAnswer }: { type: string; value: string; onAnswer: (value: string | null) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const settle = () => text.trim() !== value && onAnswer(text.trim() || null);
  return (
    <Input
      type={type}
      autoComplete="off"
      maxLength={2_000}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        else if (event.key === 'Escape' && text !== value) {
          event.stopPropagation();
          setText(value);
        }
      }}
    />
  );
}
