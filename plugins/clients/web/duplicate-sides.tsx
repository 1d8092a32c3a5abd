'use client';
import { useTranslations } from 'next-intl';
import { Avatar, cn, Link, useFormats } from '@loctelli/core/web';
import type { Client } from '../contract.ts';
import { StatusBadge } from './client-status.tsx';

/** Two clients next to each other; what they share stands out. */
export function DuplicateSides({ first, second }: { first: Client; second: Client }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 sm:gap-6">
      <Side client={first} other={second} />
      <Side client={second} other={first} />
    </div>
  );
}

function Side({ client, other }: { client: Client; other: Client }) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const facts = [
    ['email', client.email, other.email],
    ['phone', client.phone, other.phone],
    ['company', client.company, other.company],
    ['owner', client.ownerName, null],
    ['createdAt', formats.date(client.createdAt), null],
  ] as const;
  return (
    <div className="min-w-0">
      <p className="mb-2 flex items-center gap-2.5">
        <Avatar name={client.name} size="sm" />
        <Link href={`/clients/${client.id}`} className="min-w-0 truncate font-medium hover:underline">
          {client.name}
        </Link>
        <StatusBadge status={client.status} />
      </p>
      <dl className="grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-3 gap-y-1 text-sm">
        {facts.map(([field, value, twin]) => (
          <div key={field} className="contents">
            <dt className="text-muted">{t(`fields.${field}`)}</dt>
            <dd className={cn('min-w-0 break-words', value && value === twin && 'font-medium text-accent-text')}>
              <bdi>{value ?? '—'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
