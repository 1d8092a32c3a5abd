'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@loctelli/core/web';
import type { Objection } from '../../../contract.ts';
import { idFor } from '../keys.ts';
import { useAt } from '../draft-context.tsx';
import { LineAt, LiquidAt } from '../fields.tsx';
import { Items, useOpen } from '../items.tsx';
import { Section } from '../section.tsx';

const path = 'script.objections';

/** What clients say against it, and the answer to that. */
export function Objections() {
  const t = useTranslations('strategies.editor.script');
  const { value, set, readOnly } = useAt<Objection[]>(path);
  const { open, onOpen } = useOpen();
  const add = () => {
    const key = idFor('objection', value.map((each) => each.key));
    set([...value, { key, objection: '', answer: '' }]);
    onOpen(key);
  };
  return (
    <Section title={t('objections')} text={t('objectionsText')} path={path}>
      <Items<Objection>
        path={path}
        label={t('objections')}
        idOf={({ key }) => key}
        titleOf={({ objection }) => objection || t('unnamedObjection')}
        editor={(at) => (
          <>
            <LineAt path={`${at}.objection`} label={t('objection')} placeholder={t('objectionPlaceholder')} />
            <LiquidAt path={`${at}.answer`} label={t('objectionAnswer')} rows={4} />
          </>
        )}
        open={open}
        onOpen={onOpen}
      />
      {!readOnly && value.length < 60 && (
        <Button className="self-start" onClick={add}>
          <Plus aria-hidden />
          {t('addObjection')}
        </Button>
      )}
    </Section>
  );
}
