'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button, coreApi, Drawer, EmptyState, ErrorState, Skeleton, toast, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import type { BrandDraft } from './use-brand-draft.ts';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  draft: BrandDraft;
}

/** Former publications, to go back to. */
export function BrandHistory({ open, onOpenChange, draft }: Props) {
  const t = useTranslations('core.brand');
  const router = useRouter();
  const formats = useFormats();
  const history = useApiQuery(['brand-history'], () => coreApi.brand.getPublications(), { enabled: open });
  const restore = useApiMutation(
    async (id: number) => {
      const version = await draft.settle();
      return version === null ? null : coreApi.brand.restore(id, { version, look: 'after' });
    },
    {
      invalidate: [['brand-history']],
      onSuccess: (answer) => {
        if (!answer) return;
        draft.take(answer.editor);
        router.refresh();
        toast.success(t('restored'));
        onOpenChange(false);
      },
    },
  );
  const items = history.data?.items ?? [];
  return (
    <Drawer open={open} onOpenChange={onOpenChange} title={t('history')} description={t('historyText')}>
      {history.error ? (
        <ErrorState compact error={history.error} onRetry={() => void history.refetch()} />
      ) : !history.data ? (
        <Skeleton className="h-24" />
      ) : items.length === 0 ? (
        <EmptyState title={t('historyEmpty')}>{t('historyEmptyText')}</EmptyState>
      ) : (
        <ul className="flex flex-col">
          {items.map((item, index) => (
            <li key={item.id} className="flex items-start justify-between gap-3 border-b py-3 last:border-0">
              <div className="min-w-0">
                <p className="font-medium">{formats.dateTime(item.at)}</p>
                <p className="text-sm text-muted">{item.by ?? t('unknownPerson')}</p>
                <p className="mt-1 text-sm">{formats.list(item.fields.map((field) => (t.has(`tokens.${field}`) ? t(`tokens.${field}`) : field)))}</p>
              </div>
              {index === 0 ? (
                <span className="shrink-0 text-sm text-muted">{t('current')}</span>
              ) : (
                <Button size="sm" busy={restore.isPending && restore.variables === item.id} onClick={() => restore.mutate(item.id)}>
                  {t('goBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}
