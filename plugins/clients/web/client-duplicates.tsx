'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button, Card, Link, useApiQuery, useCan } from '@loctelli/core/web';
import { clients } from './api.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** Clients that may be the same as this one; nothing while there are none. */
export function ClientDuplicates({ clientId }: { clientId: number }) {
  const t = useTranslations('clients');
  const router = useRouter();
  const mayMerge = useCan('clients.merge') !== null;
  const [comparing, setComparing] = useState<number[] | null>(null);
  const { data } = useApiQuery(['client', clientId, 'duplicates'], () => clients.getDuplicates({ clientId, limit: 3 }), { enabled: mayMerge });
  const pairs = data?.items ?? [];
  return (
    <>
      {pairs.length > 0 && (
        <Card title={t('page.maybeSame')}>
          <ul className="grid gap-2.5">
            {pairs.map(({ id, first, second }) => {
              const other = first.id === clientId ? second : first;
              return (
                <li key={id} className="flex items-center gap-2">
                  <span className="min-w-0 flex-1">
                    <Link href={`/clients/${other.id}`} className="block truncate font-medium hover:underline">
                      {other.name}
                    </Link>
                    <span className="block truncate text-sm text-muted">{other.company ?? other.email ?? other.phone}</span>
                  </span>
                  <Button size="sm" onClick={() => setComparing([clientId, other.id])}>
                    {t('page.compare')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      {comparing && (
        <MergeDialog
          open
          ids={comparing}
          onOpenChange={(open) => !open && setComparing(null)}
          onMerged={({ survivorId }) => survivorId !== clientId && router.push(`/clients/${survivorId}`)}
        />
      )}
    </>
  );
}
