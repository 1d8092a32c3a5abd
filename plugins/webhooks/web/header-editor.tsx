'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Input } from '@loctelli/core/web';

/** A header as it is edited: one that is stored keeps its value until another is typed. */
export interface HeaderDraft {
  name: string;
  value: string;
  stored: boolean;
}

/** Headers an endpoint's requests carry; what they say is secret. */
export function HeaderEditor({ value, onChange }: { value: HeaderDraft[]; onChange: (value: HeaderDraft[]) => void }) {
  const t = useTranslations('webhooks.headers');
  const change = (index: number, next: Partial<HeaderDraft>) => onChange(value.map((each, at) => (at === index ? { ...each, ...next } : each)));
  return (
    <div className="flex flex-col gap-2">
      {value.map((header, index) => (
        <div key={index} className="flex items-center gap-2">
          <Input dir="ltr" aria-label={t('name')} placeholder={t('sample')} value={header.name} disabled={header.stored} onChange={(event) => change(index, { name: event.target.value })} />
          <Input dir="ltr" type="password" autoComplete="off" aria-label={t('value', { name: header.name })} placeholder={header.stored ? t('kept') : undefined} value={header.value} onChange={(event) => change(index, { value: event.target.value })} />
          <Button variant="ghost" size="icon" aria-label={t('remove', { name: header.name })} onClick={() => onChange(value.filter((_each, at) => at !== index))}>
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      <Button className="self-start" onClick={() => onChange([...value, { name: '', value: '', stored: false }])}>
        <Plus aria-hidden />
        {t('add')}
      </Button>
    </div>
  );
}
