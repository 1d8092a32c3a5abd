'use client';
import { useState } from 'react';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, SortableList } from '@loctelli/core/web';
import type { Question } from '../../contract.ts';
import { QuestionDialog } from './question-dialog.tsx';

interface Props {
  value: Question[];
  onChange: (questions: Question[]) => void;
}

/** What guests are asked, in order. */
export function QuestionsField({ value, onChange }: Props) {
  const t = useTranslations('bookings.questions');
  const [editing, setEditing] = useState<Question | 'new' | null>(null);
  const save = (question: Question) => onChange(value.some(({ key }) => key === question.key) ? value.map((each) => (each.key === question.key ? question : each)) : [...value, question]);
  return (
    <div className="flex flex-col items-start gap-3">
      {value.length > 0 && (
        <div className="w-full">
          <SortableList items={value} itemId={({ key }) => key} itemLabel={({ label }) => label} onOrder={onChange} label={t('title')}>
            {(question) => (
              <span className="flex min-w-0 items-center gap-2">
                <span className="min-w-0 flex-1 truncate">{question.label}</span>
                <span className="text-sm text-muted max-sm:hidden">{t(`types.${question.type}`)}</span>
                {question.required && <Badge>{t('requiredShort')}</Badge>}
                <Button variant="ghost" size="icon-sm" aria-label={t('changeOf', { label: question.label })} onClick={() => setEditing(question)}>
                  <Pencil aria-hidden />
                </Button>
                <Button variant="ghost" size="icon-sm" aria-label={t('removeOf', { label: question.label })} onClick={() => onChange(value.filter(({ key }) => key !== question.key))}>
                  <Trash2 aria-hidden />
                </Button>
              </span>
            )}
          </SortableList>
        </div>
      )}
      <Button onClick={() => setEditing('new')} disabled={value.length >= 20}>
        <Plus aria-hidden />
        {t('add')}
      </Button>
      {editing && <QuestionDialog question={editing} taken={value.map(({ key }) => key)} onSave={save} onClose={() => setEditing(null)} />}
    </div>
  );
}
