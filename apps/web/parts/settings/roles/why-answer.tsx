'use client';
import { Check, Info, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MatrixPermission, Why, WhyReason } from '@loctelli/core';
import { cn, useFormats } from '@loctelli/core/web';
import type { Labels } from './use-labels.ts';

const marks = {
  yes: { icon: Check, tone: 'bg-success-soft text-success-text' },
  no: { icon: X, tone: 'bg-danger-soft text-danger-text' },
  info: { icon: Info, tone: 'bg-sunken text-muted' },
};

/** An explanation in words: the verdict, then every step in the order in which the product asks. */
export function WhyAnswer({ why, permissions, labels }: { why: Why; permissions: MatrixPermission[]; labels: Labels }) {
  const t = useTranslations('core.access');
  const words = useTranslations('core.why');
  const all = useTranslations();
  const formats = useFormats();
  const named = (id: string) => {
    const permission = permissions.find((each) => each.id === id);
    return permission ? labels.permission(permission) : id;
  };
  const params = ({ params: given }: WhyReason) => ({
    ...given,
    ...(given.role && { role: labels.role(String(given.role)) }),
    ...(given.permission && { permission: named(String(given.permission)) }),
    ...(given.scope && { scope: t(`scope.${given.scope as 'own'}`) }),
    ...(given.at && { at: formats.dateTime(String(given.at)) }),
    ...(given.plugin && { plugin: all.has(`${given.plugin}.menu`) ? all(`${given.plugin}.menu` as never) : String(given.plugin) }),
  });
  const Verdict = why.allowed ? Check : X;
  return (
    <>
      <p className={cn('flex items-start gap-2.5 rounded-md px-3 py-2.5 font-medium', why.allowed ? 'bg-success-soft text-success-text' : 'bg-danger-soft text-danger-text')}>
        <Verdict aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t(why.allowed ? 'can' : 'cannot', { name: why.user.name, permission: named(why.permission.id) })}
      </p>
      <ol className="mt-4 flex flex-col gap-3">
        {why.reasons.map((reason) => {
          const { icon: Mark, tone } = marks[reason.verdict];
          return (
            <li key={reason.code} className="flex items-start gap-2.5" data-reason={reason.code}>
              <span className={cn('grid size-5 shrink-0 place-items-center rounded-full', tone)}>
                <Mark aria-hidden className="size-3" strokeWidth={2.5} />
              </span>
              <span className="min-w-0">{words(reason.code as 'plugin-on', params(reason) as never)}</span>
            </li>
          );
        })}
      </ol>
      {why.fields.length > 0 && (
        <dl className="mt-3 ms-7.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {why.fields.map((field) => (
            <div key={field.name} className="col-span-2 grid grid-cols-subgrid">
              <dt>{labels.field(field)}</dt>
              <dd className="text-muted">{formats.list(field.refused.map((verb) => t(`refused.${verb}`)))}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
