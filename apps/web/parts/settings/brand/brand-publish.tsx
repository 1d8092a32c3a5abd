'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { Check, CloudOff, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { plainBrand, type BrandTokens } from '@loctelli/core';
import { Button, ConfirmDialog, coreApi, Spinner, toast, useApiMutation, useInvalidate } from '@loctelli/core/web';
import { BrandHistory } from './brand-history.tsx';
import { useTokenText } from './token-text.ts';
import type { BrandDraft } from './use-brand-draft.ts';

/** What waits, whether it is saved, and the two ways to end it. */
export function BrandPublish({ draft }: { draft: BrandDraft }) {
  const t = useTranslations('core.brand');
  const ui = useTranslations('core.ui');
  const router = useRouter();
  const describe = useTokenText();
  const invalidate = useInvalidate();
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null);
  const [history, setHistory] = useState(false);
  const { changed, editor } = draft;
  const below: BrandTokens = { ...plainBrand, ...editor.inherited };

  const restore = async (id: number) => {
    const { version } = await coreApi.brand.getEditor();
    const answer = await coreApi.brand.restore(id, { version, look: 'before' });
    draft.take(answer.editor);
    router.refresh();
    toast.success(t('undone'));
  };
  const publish = useApiMutation(
    async () => {
      const version = await draft.settle();
      if (version === null) return null;
      return coreApi.brand.publish(version);
    },
    {
      onSuccess: (answer) => {
        setAsking(null);
        if (!answer) return;
        draft.take(answer.editor);
        invalidate(['brand-history']);
        router.refresh();
        const { publicationId } = answer;
        toast.success(t('published'), publicationId === null ? {} : { undo: { label: ui('undo'), run: () => restore(publicationId) } });
      },
    },
  );
  const discard = useApiMutation(
    async () => {
      const version = await draft.settle();
      return version === null ? null : coreApi.brand.discardDraft(version);
    },
    {
      onSuccess: (answer) => {
        setAsking(null);
        if (answer) draft.take(answer);
      },
    },
  );
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-muted">{t('text', { host: editor.host })}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SaveNote draft={draft} />
        <Button variant="ghost" onClick={() => setHistory(true)}>
          <History aria-hidden />
          {t('history')}
        </Button>
        <Button disabled={changed.length === 0} onClick={() => setAsking('discard')}>
          {t('discard')}
        </Button>
        <Button variant="primary" disabled={changed.length === 0} onClick={() => setAsking('publish')}>
          {t('publish')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking === 'publish'}
        onOpenChange={(open) => setAsking(open ? 'publish' : null)}
        title={t('publishTitle', { count: changed.length })}
        description={
          <>
            {t('publishText')}
            <span className="mt-3 flex flex-col gap-1.5 text-fg">
              {changed.map((field) => (
                <span key={field} className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{t(`tokens.${field}`)}</span>
                  <span className="text-muted">{t('fromTo', { from: describe(field, editor.published[field] ?? below[field]), to: describe(field, draft.tokens[field] ?? below[field]) })}</span>
                </span>
              ))}
            </span>
          </>
        }
        action={t('publish')}
        busy={publish.isPending}
        onConfirm={() => publish.mutate()}
      />
      <ConfirmDialog
        open={asking === 'discard'}
        onOpenChange={(open) => setAsking(open ? 'discard' : null)}
        title={t('discardTitle')}
        description={t('discardText', { count: changed.length })}
        action={t('discard')}
        danger
        busy={discard.isPending}
        onConfirm={() => discard.mutate()}
      />
      <BrandHistory open={history} onOpenChange={setHistory} draft={draft} />
    </div>
  );
}

function SaveNote({ draft: { state, changed } }: { draft: BrandDraft }) {
  const t = useTranslations('core.brand');
  const icon = { saving: <Spinner />, saved: <Check aria-hidden className="size-4" />, failed: <CloudOff aria-hidden className="size-4" /> }[state];
  return (
    <p role="status" className="me-1 flex min-h-6 items-center gap-1.5 text-sm text-muted">
      {(changed.length > 0 || state !== 'saved') && (
        <>
          {icon}
          {t(`state.${state}`)}
        </>
      )}
    </p>
  );
}
