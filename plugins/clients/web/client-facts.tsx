'use client';
import { useTranslations } from 'next-intl';
import { Avatar, Badge, Link, useCan, useFormats, useMe } from '@loctelli/core/web';
import type { Client, ClientStatus, ClientUpdate } from '../contract.ts';
import { statuses, StatusBadge } from './client-status.tsx';
import { Fact } from './facts/fact.tsx';
import { moneyEditor, searchEditor, selectEditor, tagsEditor, textEditor } from './facts/editors.tsx';
import { OwnFact } from './facts/own-fact.tsx';
import { usePhone } from './facts/use-phone.ts';
import { useOwners } from './use-owners.ts';
import { useClientFields } from './use-set-up.ts';

export type Save = (base: Client, change: Omit<ClientUpdate, 'version'>) => Promise<Client | null>;
interface Props {
  client: Client;
  save: Save;
  readOnly: boolean;
}

/** Which fields the reader's role is refused to see, and to write. */
export function useRefused(): { hidden: (field: string) => boolean; locked: (field: string) => boolean } {
  const rules = useMe().fields?.Client ?? {};
  const hidden = (field: string) => rules[field]?.includes('read') ?? false;
  return { hidden, locked: (field) => hidden(field) || (rules[field]?.includes('write') ?? false) };
}

/** What is known about a client; each fact is changed where it stands. */
export function ClientFacts({ client, save, readOnly }: Props) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const own = useClientFields();
  const owners = useOwners();
  const phone = usePhone(client.phone);
  const mayGive = useCan('clients.update') !== 'own';
  const { hidden, locked } = useRefused();
  const { email, zone, value, currency, ownerId, ownerName, tags, status } = client;

  const edit = <F extends keyof Client & keyof ClientUpdate, V = Client[F]>(field: F, to: (value: V) => ClientUpdate[F] = (v) => v as never, from: (v: Client[F]) => V = (v) => v as never) =>
    readOnly || locked(field) ? undefined : () => ({ value: from(client[field]), save: (next: V) => void save(client, { [field]: to(next) }) });
  const text = (field: 'company' | 'position' | 'source') =>
    !hidden(field) && (
      <Fact label={t(`fields.${field}`)} begin={edit(field)} editor={textEditor()}>
        {client[field] && (
          <bdi dir="auto" className="break-words">
            {client[field]}
          </bdi>
        )}
      </Fact>
    );
  const toId = (next: string | null) => (next === null ? null : Number(next));
  const fromId = (id: number | null) => (id === null ? null : String(id));
  return (
    <div className="grid gap-5">
      <Group title={t('page.contact')}>
        {!hidden('email') && (
          <Fact label={t('fields.email')} begin={edit('email')} editor={textEditor('email', 254)}>
            {email && <Contact href={`mailto:${email}`} text={email} />}
          </Fact>
        )}
        {!hidden('phone') && (
          <Fact label={t('fields.phone')} begin={edit('phone')} editor={textEditor('tel', 40)}>
            {client.phone && <Contact href={`tel:${client.phone}`} text={phone ?? client.phone} />}
          </Fact>
        )}
        {text('company')}
        {text('position')}
        {!hidden('zone') && (
          <Fact label={t('fields.zone')} begin={edit('zone')} editor={searchEditor(zones())}>
            {zone && (
              <span className="block truncate" title={zone}>
                {zone.split('/').at(-1)!.replaceAll('_', ' ')} <span className="text-muted">{formats.time(new Date(), zone)}</span>
              </span>
            )}
          </Fact>
        )}
      </Group>
      <Group title={t('page.deal')}>
        <Fact label={t('fields.status')} begin={edit<'status', string | null>('status', (next) => next as ClientStatus)} editor={selectEditor(statuses.map((each) => ({ value: each, label: t(`status.${each}`) })))}>
          <StatusBadge status={status} />
        </Fact>
        {!hidden('value') && (
          <Fact label={t('fields.value')} begin={edit('value')} editor={moneyEditor(currency ?? 'USD')}>
            {value !== null && <span className="tabular-nums">{formats.money(value, currency ?? 'USD')}</span>}
          </Fact>
        )}
        {!hidden('ownerId') && (
          <Fact label={t('fields.owner')} begin={mayGive ? edit<'ownerId', string | null>('ownerId', toId, fromId) : undefined} editor={selectEditor(owners, t('form.nobody'))}>
            {ownerId && (
              <span className="flex min-w-0 items-center gap-2">
                <Avatar name={nameOf(ownerId, owners) ?? ownerName ?? ''} size="sm" />
                <span className="truncate">{nameOf(ownerId, owners) ?? ownerName}</span>
              </span>
            )}
          </Fact>
        )}
        {text('source')}
        {!hidden('tags') && (
          <Fact label={t('fields.tags')} begin={edit('tags')} editor={tagsEditor}>
            {tags.length > 0 && (
              <span className="flex flex-wrap gap-1">
                {tags.map((tag) => (
                  <Link key={tag} href={`/clients?tag=${encodeURIComponent(tag)}`} className="relative z-1 max-w-full rounded-sm">
                    <Badge>{tag}</Badge>
                  </Link>
                ))}
              </span>
            )}
          </Fact>
        )}
      </Group>
      {own.length > 0 && (
        <Group title={t('page.own')}>
          {own.map((field) => (
            <OwnFact key={field.key} field={field} client={client} save={save} readOnly={readOnly || locked('customFields')} />
          ))}
        </Group>
      )}
      <dl className="grid gap-1 border-t pt-3 text-sm text-muted">
        {(['createdAt', 'updatedAt'] as const).map((field) => (
          <div key={field} className="flex flex-wrap justify-between gap-x-3">
            <dt>{t(`fields.${field}`)}</dt>
            <dd>{formats.dateTime(client[field])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const nameOf = (id: number, owners: { value: string; label: string }[]) => owners.find(({ value }) => value === String(id))?.label;

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-subtle">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

/** A way to reach them. It gives way at its end and never breaks within a word. */
function Contact({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} title={text} dir="ltr" className="relative z-1 inline-block max-w-full truncate align-bottom text-accent-text hover:underline">
      {text}
    </a>
  );
}

let known: { value: string; label: string }[] | undefined;
const zones = () => (known ??= Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })));

