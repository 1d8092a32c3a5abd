'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Drawer, Facts, Link, useFormats } from '@loctelli/core/web';
import { changeOf, type AuditWords } from './audit-words.ts';

export interface Entry {
  id: number;
  action: string;
  subject: string;
  subjectId: string | null;
  actorId: number | null;
  actorName: string | null;
  changes: Record<string, unknown> | null;
  requestId: string | null;
  ip: string | null;
  createdAt: string;
}

/** One entry: who, what, when, and every field before and after. */
export function AuditDrawer({ entry, words, onClose }: { entry: Entry | null; words: AuditWords; onClose: () => void }) {
  return (
    <Drawer open={entry !== null} onOpenChange={(open) => !open && onClose()} title={entry ? words.action(entry.action) : ''} description={entry?.action}>
      {entry && <Content entry={entry} words={words} />}
    </Drawer>
  );
}

function Content({ entry, words }: { entry: Entry; words: AuditWords }) {
  const t = useTranslations('core.audit');
  const formats = useFormats();
  const link = 'text-accent-text underline underline-offset-2';
  const changes = Object.entries(entry.changes ?? {});
  return (
    <div className="flex flex-col gap-6">
      <Facts
        items={[
          { label: t('when'), value: formats.dateTime(entry.createdAt) },
          {
            label: t('person'),
            value: entry.actorId ? (
              <Link className={link} href={`/settings/audit?actorId=${entry.actorId}`}>
                {entry.actorName ?? t('gone', { id: entry.actorId })}
              </Link>
            ) : (
              t('system')
            ),
          },
          {
            label: t('record'),
            value: entry.subjectId ? (
              <Link className={link} href={`/settings/audit?subject=${entry.subject}&subjectId=${encodeURIComponent(entry.subjectId)}`}>
                {words.subject(entry.subject)} {entry.subjectId}
              </Link>
            ) : (
              words.subject(entry.subject)
            ),
          },
          { label: t('address'), value: entry.ip && <span dir="ltr">{entry.ip}</span> },
          { label: t('request'), value: entry.requestId && <code className="font-mono text-xs break-all" dir="ltr">{entry.requestId}</code> },
        ]}
      />
      <section>
        <h3 className="mb-2 font-medium">{t('changes')}</h3>
        {changes.length === 0 ? (
          <p className="text-muted">{t('noChanges')}</p>
        ) : (
          <dl className="flex flex-col rounded-lg border">
            {changes.map(([field, kept]) => (
              <div key={field} className="border-b px-3.5 py-2.5 last:border-0">
                <dt className="text-sm text-muted">{words.field(entry.subject, field)}</dt>
                <dd className="mt-0.5">
                  <Change field={field} kept={kept} words={words} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </div>
  );
}

function Change({ field, kept, words }: { field: string; kept: unknown; words: AuditWords }) {
  const change = changeOf(kept);
  if ('told' in change) return words.value(field, change.told);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <del className="rounded-sm bg-danger-soft px-1.5 text-danger-text no-underline">{words.value(field, change.before)}</del>
      <ArrowRight aria-hidden className="size-3.5 shrink-0 text-subtle rtl:-scale-x-100" />
      <ins className="rounded-sm bg-success-soft px-1.5 text-success-text no-underline">{words.value(field, change.after)}</ins>
    </span>
  );
}
