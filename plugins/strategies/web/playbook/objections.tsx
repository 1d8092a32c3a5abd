'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Accordion, Button, SearchInput } from '@loctelli/core/web';
import type { Objection } from '../../contract.ts';
import { ScriptText, type Insert } from './script-text.tsx';

/** From here on there are enough to be searched. */
const many = 4;
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLocaleLowerCase();

/** What clients say against it, each with its answer. */
export function Objections({ objections, insert }: { objections: readonly Objection[]; insert: Insert }) {
  const t = useTranslations('strategies.playbook');
  const [search, setSearch] = useState('');
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = objections.filter(({ objection, answer }) => words.every((word) => plain(`${objection} ${answer}`).includes(word)));
  return (
    <>
      {objections.length >= many && <SearchInput label={t('searchObjections')} value={search} onChange={setSearch} />}
      {found.length > 0 ? (
        <Accordion items={found.map(({ key, objection, answer }) => ({ id: key, title: <span dir="auto">{objection}</span>, content: <ScriptText text={answer} insert={insert} /> }))} />
      ) : (
        <p className="text-muted">
          {t('noObjection', { search })}{' '}
          <Button size="sm" variant="ghost" onClick={() => setSearch('')}>
            {t('clearSearch')}
          </Button>
        </p>
      )}
    </>
  );
}
