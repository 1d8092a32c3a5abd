'use client';
import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Field, Input, Switch, TagInput } from '@loctelli/core/web';
import { questionKind, type QualificationQuestion } from '../../../contract.ts';
import { useAt } from '../draft-context.tsx';
import { ChoiceAt, LineAt } from '../fields.tsx';
import { Items, useOpen } from '../items.tsx';
import { keyFor } from '../keys.ts';
import { Section } from '../section.tsx';
import { WritesTo } from './writes-to.tsx';

const path = 'script.questions';

/** What is asked to learn whether, and how, a client can be helped. */
export function Questions() {
  const t = useTranslations('strategies.editor.script');
  const { value, set, readOnly } = useAt<QualificationQuestion[]>(path);
  const [text, setText] = useState('');
  const { open, onOpen } = useOpen();
  const add = () => {
    const label = text.trim();
    if (!label || value.length >= 40) return;
    const key = keyFor(label, value.map((each) => each.key), 'question');
    set([...value, { key, label, hint: '', kind: 'text', required: false, options: [], writesTo: null }]);
    setText('');
    onOpen(key);
  };
  return (
    <Section title={t('questions')} text={t('questionsText')} path={path}>
      <Items<QualificationQuestion>
        path={path}
        label={t('questions')}
        idOf={({ key }) => key}
        titleOf={({ label }) => label || t('unnamedQuestion')}
        asideOf={({ kind, required }) => (
          <>
            {required && <Badge>{t('requiredShort')}</Badge>}
            {t(`kinds.${kind}`)}
          </>
        )}
        editor={(at, question) => <QuestionEditor path={at} question={question} />}
        open={open}
        onOpen={onOpen}
      />
      {!readOnly && (
        <Field label={t('newQuestion')} hideLabel={value.length > 0}>
          <span className="flex gap-2">
            <Input
              value={text}
              maxLength={300}
              placeholder={t('questionPlaceholder')}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
            <Button onClick={add} disabled={!text.trim()} focusableWhenDisabled>
              <Plus aria-hidden />
              {t('addQuestion')}
            </Button>
          </span>
        </Field>
      )}
    </Section>
  );
}

const chooses = (kind: QualificationQuestion['kind']) => kind === 'select' || kind === 'multiselect';

function QuestionEditor({ path: at, question }: { path: string; question: QualificationQuestion }) {
  const t = useTranslations('strategies.editor.script');
  const required = useAt<boolean>(`${at}.required`);
  const options = useAt<string[]>(`${at}.options`);
  return (
    <>
      <LineAt path={`${at}.label`} label={t('questionLabel')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceAt path={`${at}.kind`} label={t('answerKind')} options={questionKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
        <WritesTo path={`${at}.writesTo`} kind={question.kind} />
      </div>
      {chooses(question.kind) && (
        <Field label={t('options')} hint={t('optionsHint')} error={options.error}>
          <TagInput aria-label={t('options')} value={options.value} onChange={options.set} disabled={options.readOnly} />
        </Field>
      )}
      <LineAt path={`${at}.hint`} label={t('questionHint')} placeholder={t('questionHintPlaceholder')} />
      <Switch checked={required.value} onChange={required.set} disabled={required.readOnly} label={t('required')} />
    </>
  );
}
