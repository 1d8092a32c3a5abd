'use client';
import { useState } from 'react';
import { Copy, Merge, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  Badge,
  Button,
  Card,
  EmptyState,
  Link,
  ListState,
  Page,
  PageHeader,
  toast,
  useApiMutation,
  useApiPages,
  useCan,
  useFormats,
  useInvalidate,
  useLive,
} from '@loctelli/core/web';
import type { ClientDuplicate } from '../contract.ts';
import { clients } from './api.ts';
import { DuplicateSides } from './duplicate-sides.tsx';
import { MergeDialog } from './merge-dialog.tsx';

/** Clients that may be one, side by side, most alike first. */
export default function DuplicatesPage() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const invalidate = useInvalidate();
  const [merging, setMerging] = useState<number[] | null>(null);
  const mayMerge = useCan('clients.merge') !== null;
  const list = useApiPages(['client-duplicates'], (cursor) => clients.getDuplicates({ cursor, limit: 20 }));
  const scan = useApiMutation(() => clients.scanDuplicates(), { onSuccess: () => toast.show(t('duplicates.scanning')) });
  useLive('clients.duplicates-found', () => invalidate(['client-duplicates']));
  const scanButton = mayMerge && (
    <Button busy={scan.isPending} onClick={() => scan.mutate()}>
      <RefreshCw aria-hidden />
      {t('duplicates.scan')}
    </Button>
  );
  const { total } = list;
  return (
    <Page>
      <PageHeader
        title={t('pages.duplicates')}
        description={t('duplicates.text')}
        count={total && `${formats.number(total.count)}${total.exact ? '' : '+'}`}
        back={
          <Link href="/clients" className="hover:text-fg hover:underline">
            {t('pages.list')}
          </Link>
        }
        actions={scanButton}
      />
      <ListState
        list={list}
        empty={
          <EmptyState icon={<Copy />} title={t('duplicates.emptyTitle')} action={scanButton}>
            {t('duplicates.emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <ul className="grid gap-4" aria-label={t('pages.duplicates')}>
            {rows.map((pair) => (
              <li key={pair.id}>
                <Pair pair={pair} mayMerge={mayMerge} onMerge={() => setMerging(olderFirst(pair))} />
              </li>
            ))}
          </ul>
        )}
      </ListState>
      {merging && <MergeDialog ids={merging} open onOpenChange={(open) => !open && setMerging(null)} />}
    </Page>
  );
}

function Pair({ pair, mayMerge, onMerge }: { pair: ClientDuplicate; mayMerge: boolean; onMerge: () => void }) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const invalidate = useInvalidate();
  const mayJudge = useCan('clients.update') !== null;
  const refresh = () => invalidate(['client-duplicates']);
  const reopen = useApiMutation(() => clients.reopenDuplicate(pair.id), { onSuccess: refresh });
  const dismiss = useApiMutation(() => clients.dismissDuplicate(pair.id), {
    onSuccess: () => {
      refresh();
      toast.success(t('duplicates.dismissed'), { undo: { label: t('undo'), run: () => reopen.mutateAsync() } });
    },
  });
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={pair.score >= 90 ? 'warning' : 'neutral'}>{t('duplicates.score', { percent: formats.percent(pair.score / 100) })}</Badge>
          <span className="text-sm font-normal text-muted">{formats.list(pair.reasons.map((reason) => t(`duplicates.reasons.${reason}`)))}</span>
        </span>
      }
      actions={
        <>
          {mayJudge && (
            <Button size="sm" variant="ghost" busy={dismiss.isPending} onClick={() => dismiss.mutate()}>
              {t('duplicates.dismiss')}
            </Button>
          )}
          {mayMerge && (
            <Button size="sm" variant="primary" onClick={onMerge}>
              <Merge aria-hidden />
              {t('duplicates.merge')}
            </Button>
          )}
        </>
      }
    >
      <DuplicateSides first={pair.first} second={pair.second} />
    </Card>
  );
}

/** The one that was there first is kept, unless somebody says otherwise. */
const olderFirst = ({ first, second }: ClientDuplicate) => (first.createdAt <= second.createdAt ? [first.id, second.id] : [second.id, first.id]);
