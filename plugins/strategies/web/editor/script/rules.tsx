'use client';
import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Field, Input } from '@loctelli/core/web';
import { useAt } from '../draft-context.tsx';
import { NumberAt, TextAt } from '../fields.tsx';
import { Section } from '../section.tsx';

/** How answers are written, what must never be said, and how long a reply takes. */
export function Rules() {
  const t = useTranslations('strategies.editor.script');
  return (
    <Section title={t('rules')} text={t('rulesText')} path="script.replyDelay">
      <TextAt path="script.guidelines" label={t('guidelines')} placeholder={t('guidelinesPlaceholder')} rows={3} />
      <Prohibited />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberAt path="script.replyDelay.min" label={t('delayMin')} min={0} max={86_400} end={<span className="text-sm">{t('secondsShort')}</span>} />
        <NumberAt path="script.replyDelay.max" label={t('delayMax')} min={0} max={86_400} end={<span className="text-sm">{t('secondsShort')}</span>} />
      </div>
      <p className="-mt-2 text-sm text-muted">{t('delayHint')}</p>
    </Section>
  );
}

function Prohibited() {
  const t = useTranslations('strategies.editor.script');
  const { value, set, readOnly } = useAt<string[]>('script.prohibited');
  const [text, setText] = useState('');
  const add = () => {
    const line = text.trim();
    if (line && !value.includes(line)) set([...value, line]);
    setText('');
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('prohibited')} hint={t('prohibitedHint')}>
        <span className="flex gap-2">
          <Input
            value={text}
            maxLength={300}
            readOnly={readOnly}
            placeholder={t('prohibitedPlaceholder')}
            onChange={(event) => setText(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          {!readOnly && (
            <Button size="icon" aria-label={t('addProhibited')} onClick={add}>
              <Plus aria-hidden />
            </Button>
          )}
        </span>
      </Field>
      {value.length > 0 && (
        <ul aria-label={t('prohibited')} className="divide-y divide-line rounded-md border">
          {value.map((line) => (
            <li key={line} className="flex items-center gap-2 py-1 ps-3 pe-1">
              <span className="min-w-0 flex-1">{line}</span>
              {!readOnly && (
                <Button variant="ghost" size="icon-sm" aria-label={t('removeProhibited', { line })} onClick={() => set(value.filter((each) => each !== line))}>
                  <X aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
