'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge, Facts, useApiQuery, useFormats } from '@loctelli/core/web';
import type { Client, ClientField } from '../contract.ts';
import { clients } from './api.ts';

/** What is known about a client. */
export function ClientFacts({ client }: { client: Client }) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const { data: custom } = useApiQuery(['client-fields'], () => clients.getFields());
  const { email, phone, company, position, zone, source, value, currency, ownerName, tags, customFields, createdAt, updatedAt } = client;
  const link = (href: string, text: string) => (
    <a href={href} className="break-words text-accent-text hover:underline">
      <bdi>{text}</bdi>
    </a>
  );
  const shown = (field: ClientField) => {
    const own = customFields[field.key];
    if (own === undefined || own === null || own === '') return null;
    if (typeof own === 'boolean') return own ? t('form.yes') : t('form.no');
    if (typeof own === 'number') return formats.number(own);
    return field.type === 'date' ? formats.date(`${own}T12:00:00Z`) : own;
  };
  const items = [
    { label: t('fields.email'), value: email && link(`mailto:${email}`, email) },
    { label: t('fields.phone'), value: phone && link(`tel:${phone}`, phone) },
    { label: t('fields.company'), value: company },
    { label: t('fields.position'), value: position },
    { label: t('fields.owner'), value: ownerName },
    { label: t('fields.value'), value: value === null ? null : formats.money(value, currency ?? 'USD') },
    { label: t('fields.source'), value: source },
    { label: t('fields.zone'), value: zone && `${zone} (${formats.time(new Date(), zone)})` },
    {
      label: t('fields.tags'),
      value: tags.length ? (
        <span className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <Link key={tag} href={`/clients?tag=${encodeURIComponent(tag)}`} className="rounded-sm">
              <Badge>{tag}</Badge>
            </Link>
          ))}
        </span>
      ) : null,
    },
    ...(custom?.items ?? []).map((field) => ({ label: field.label, value: shown(field) })),
    { label: t('fields.createdAt'), value: formats.dateTime(createdAt) },
    { label: t('fields.updatedAt'), value: formats.dateTime(updatedAt) },
  ];
  return <Facts items={items} />;
}
