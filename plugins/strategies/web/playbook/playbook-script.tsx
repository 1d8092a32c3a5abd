'use client';
import { CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Disclosure, ErrorState, Skeleton, useFormats } from '@loctelli/core/web';
import type { Playbook } from '../../contract.ts';
import { Objections } from './objections.tsx';
import { OfferSlots } from './offer-slots.tsx';
import { QuestionField } from './question-field.tsx';
import { Part, ScriptText, type Insert } from './script-text.tsx';
import { usePlaybook } from './use-playbook.ts';

interface Props {
  strategyId: number;
  client: { id: number; name: string; currency?: string | null };
  insert: Insert;
}

/** One script from its opening to its closing, in the order it is spoken. */
export function PlaybookScript({ strategyId, client, insert }: Props) {
  const t = useTranslations('strategies.playbook');
  const { data, error, refetch, answer, faults, saved } = usePlaybook(strategyId, client.id);
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <div aria-busy className="flex flex-col gap-3">
        <Skeleton className="h-16" />
        <Skeleton className="h-40" />
      </div>
    );
  const { script, answers, missing } = data;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Disqualified playbook={data} insert={insert} />
      {script.opening && (
        <Part title={t('opening')}>
          <ScriptText text={script.opening} insert={insert} />
        </Part>
      )}
      {script.questions.length > 0 && (
        <Part title={t('questions')} aside={missing.length > 0 ? t('missing', { count: missing.length }) : script.questions.some(({ required }) => required) ? t('complete') : undefined}>
          <div className="flex flex-col gap-4">
            {script.questions.map((question) => (
              <QuestionField
                key={question.key}
                question={question}
                value={answers[question.key] ?? null}
                onAnswer={(value) => answer(question.key, value)}
                error={faults[question.key]}
                saved={saved === question.key}
                missing={missing.includes(question.key)}
                currency={client.currency}
              />
            ))}
          </div>
        </Part>
      )}
      {script.objections.length > 0 && (
        <Part title={t('objections')}>
          <Objections objections={script.objections} insert={insert} />
        </Part>
      )}
      {script.booking.eventTypeId !== null && (
        <Part title={t('booking')}>
          {script.booking.instructions && <p className="whitespace-pre-line text-muted">{script.booking.instructions}</p>}
          <OfferSlots strategyId={strategyId} client={client} insert={insert} />
        </Part>
      )}
      {script.closing && (
        <Part title={t('closing')}>
          <ScriptText text={script.closing} insert={insert} />
        </Part>
      )}
      <Rules playbook={data} />
      <Origin playbook={data} />
    </div>
  );
}

/** Ends it kindly: why, and with which words. */
function Disqualified({ playbook: { disqualified }, insert }: { playbook: Playbook; insert: Insert }) {
  const t = useTranslations('strategies.playbook');
  if (!disqualified) return null;
  return (
    <div role="status" className="flex flex-col gap-2 rounded-md bg-warning-soft px-3.5 py-3">
      <p className="flex items-start gap-2 font-medium text-warning-text">
        <CircleSlash aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t('disqualified', { reason: disqualified.reason })}
      </p>
      {disqualified.goodbye && (
        <div>
          <p className="mb-1 text-xs font-medium text-warning-text">{t('goodbye')}</p>
          <ScriptText text={disqualified.goodbye} insert={insert} />
        </div>
      )}
    </div>
  );
}

function Rules({ playbook: { script } }: { playbook: Playbook }) {
  const t = useTranslations('strategies.playbook');
  if (!script.guidelines && script.prohibited.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      {script.guidelines && (
        <Disclosure title={t('guidelines')}>
          <p className="whitespace-pre-line text-muted">{script.guidelines}</p>
        </Disclosure>
      )}
      {script.prohibited.length > 0 && (
        <Disclosure title={t('never')}>
          <ul className="list-disc ps-5 text-muted">
            {script.prohibited.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function Origin({ playbook: { number, updatedAt, updatedByName } }: { playbook: Playbook }) {
  const t = useTranslations('strategies.playbook');
  const formats = useFormats();
  return (
    <p className="text-xs text-muted">
      {t('version', { number })}
      {updatedAt && updatedByName && <> · {t('by', { name: updatedByName, when: formats.relative(updatedAt) })}</>}
    </p>
  );
}
