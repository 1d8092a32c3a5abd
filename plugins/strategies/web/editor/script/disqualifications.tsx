'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@loctelli/core/web';
import type { DisqualificationRule, QualificationQuestion } from '../../../contract.ts';
import { idFor } from '../keys.ts';
import { useAt } from '../draft-context.tsx';
import { LineAt, LiquidAt } from '../fields.tsx';
import { Items, useOpen } from '../items.tsx';
import { RuleRows } from '../rules/rule-rows.tsx';
import { firstOperation } from '../rules/operators.ts';
import { useAnswerSubjects } from '../rules/use-subjects.ts';
import { Section } from '../section.tsx';

const path = 'script.disqualifications';

/** When a client is not one. It speaks of the questions, so without any there is nothing to say. */
export function Disqualifications() {
  const t = useTranslations('strategies.editor.script');
  const { value, set, readOnly } = useAt<DisqualificationRule[]>(path);
  const questions = useAt<QualificationQuestion[]>('script.questions').value;
  const subjects = useAnswerSubjects('');
  const { open, onOpen } = useOpen();
  const add = () => {
    const key = idFor('rule', value.map((each) => each.key));
    const [first] = subjects;
    set([...value, { key, reason: '', when: [{ question: first!.id, ...firstOperation(first!) }], goodbye: '' }]);
    onOpen(key);
  };
  return (
    <Section title={t('disqualifications')} text={t('disqualificationsText')} path={path}>
      <Items<DisqualificationRule>
        path={path}
        label={t('disqualifications')}
        idOf={({ key }) => key}
        titleOf={({ reason }) => reason || t('unnamedRule')}
        editor={(at) => (
          <>
            <LineAt path={`${at}.reason`} label={t('reason')} placeholder={t('reasonPlaceholder')} />
            <RuleRows path={`${at}.when`} subjects={subjects} name="question" />
            <LiquidAt path={`${at}.goodbye`} label={t('goodbye')} placeholder={t('goodbyePlaceholder')} rows={3} />
          </>
        )}
        open={open}
        onOpen={onOpen}
      />
      {!readOnly &&
        (questions.length === 0 ? (
          <p className="text-sm text-muted">{t('noQuestions')}</p>
        ) : (
          value.length < 20 && (
            <Button className="self-start" onClick={add}>
              <Plus aria-hidden />
              {t('addRule')}
            </Button>
          )
        ))}
    </Section>
  );
}
