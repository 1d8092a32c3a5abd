'use client';
import { useEffect, useState } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link, useApiQuery, useFormats } from '@loctelli/core/web';
import type { DuplicateCheck } from '../contract.ts';
import { clients } from './api.ts';

const pauseMs = 400;

/** Says, while a client is being written down, who it may be already. Says nothing while there is nobody. */
export function DuplicateHint({ name, email, phone, company }: { [field in keyof DuplicateCheck]?: string | null | undefined }) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const given = useSettled(JSON.stringify({ name: name || undefined, email: email || undefined, phone: phone || undefined, company: company || undefined }));
  const asked = JSON.parse(given) as DuplicateCheck;
  const worthAsking = Boolean(asked.email || asked.phone || (asked.name && asked.company));
  const { data } = useApiQuery(['client-duplicates', 'check', asked], () => clients.checkDuplicates(asked), { enabled: worthAsking, keep: true });
  const items = worthAsking ? (data?.items ?? []) : [];
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <div className="flex gap-2.5 rounded-md bg-warning-soft p-3 text-sm text-warning-text">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <div className="min-w-0">
            <p className="font-medium">{t('duplicates.hint', { count: items.length })}</p>
            <ul className="mt-1 grid gap-0.5">
              {items.map(({ client, reasons }) => (
                <li key={client.id}>
                  <Link href={`/clients/${client.id}`} target="_blank" className="font-medium underline">
                    {client.name}
                  </Link>{' '}
                  <span>{formats.list(reasons.map((reason) => t(`duplicates.reasons.${reason}`)))}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}

/** A value once it has rested. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
