'use client';
import type { BrandEditor, Locale } from '@loctelli/core';
import { coreApi, ErrorState, Skeleton, useApiQuery } from '@loctelli/core/web';
import { BrandControls } from './brand-controls.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { BrandPublish } from './brand-publish.tsx';
import { editorKey, useBrandDraft } from './use-brand-draft.ts';

/** Language → word that a plugin offers → how the product says it. */
export type OfferedWords = Record<Locale, Record<string, { one: string; other: string }>>;

export function BrandSettings({ words }: { words: OfferedWords }) {
  const editor = useApiQuery(editorKey, () => coreApi.brand.getEditor());
  if (editor.error) return <ErrorState error={editor.error} onRetry={() => void editor.refetch()} />;
  if (!editor.data)
    return (
      <div aria-busy className="grid gap-6 xl:grid-cols-[20rem_minmax(0,1fr)]">
        <Skeleton className="h-[36rem]" />
        <Skeleton className="h-[36rem]" />
      </div>
    );
  return <Editing loaded={editor.data} words={words} />;
}

function Editing({ loaded, words }: { loaded: BrandEditor; words: OfferedWords }) {
  const draft = useBrandDraft(loaded);
  return (
    <>
      <BrandPublish draft={draft} />
      <div className="grid items-start gap-6 xl:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="max-xl:order-2">
          <BrandControls key={draft.epoch} draft={draft} words={words} />
        </div>
        <div className="min-w-0 xl:sticky xl:top-6">
          <BrandPreview draft={draft} />
        </div>
      </div>
    </>
  );
}
