'use client';
import { useId, useRef } from 'react';
import { ImageUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { clsx } from 'clsx';
import type { PictureKind } from '@loctelli/core';
import { Button, coreApi, toast, useApiMutation, useFormats } from '@loctelli/core/web';
import { Reset } from './reset.tsx';
import type { BrandDraft } from './use-brand-draft.ts';

const largest = 2 * 1024 * 1024;

/** A picture of the brand: shown as it is, replaced by picking or dropping another. */
export function PictureField({ draft, kind }: { draft: BrandDraft; kind: PictureKind }) {
  const t = useTranslations('core.brand');
  const ui = useTranslations('core.ui');
  const formats = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { look, tokens, set } = draft;
  const upload = useApiMutation((file: File) => coreApi.brand.uploadPicture(kind, file), { onSuccess: ({ path }) => set({ [kind]: path }) });
  const take = (file?: File | null) => {
    if (!file) return;
    if (file.size > largest) return toast.error(ui('fileTooLarge', { name: file.name, limit: formats.bytes(largest) }));
    upload.mutate(file);
  };
  const path = look[kind];
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <span id={id} className="text-sm font-medium">
          {t(`tokens.${kind}`)}
        </span>
        {!tokens[kind] && <Reset draft={draft} field={kind} />}
      </div>
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => (event.preventDefault(), take(event.dataTransfer.files[0]))}
        className="flex items-center gap-3 rounded-md border border-dashed border-line-strong p-2"
      >
        <span className={clsx('grid h-12 shrink-0 place-items-center overflow-hidden rounded-sm', kind === 'favicon' ? 'w-12' : 'w-24', kind === 'logoDark' ? 'bg-fg' : 'bg-sunken')}>
          {path ? <img src={path} alt="" className="max-h-10 max-w-full object-contain" /> : <span className={clsx('text-xs', kind === 'logoDark' ? 'text-canvas' : 'text-muted')}>{t('none')}</span>}
        </span>
        <div className="flex min-w-0 flex-1 flex-wrap gap-1.5">
          <Button size="sm" busy={upload.isPending} aria-describedby={id} onClick={() => input.current?.click()}>
            <ImageUp aria-hidden />
            {t(path ? 'replace' : 'choose')}
          </Button>
          {tokens[kind] && (
            <Button size="icon-sm" variant="ghost" aria-label={t('removeOf', { token: t(`tokens.${kind}`) })} onClick={() => set({ [kind]: undefined })}>
              <Trash2 aria-hidden />
            </Button>
          )}
        </div>
        <input ref={input} type="file" accept=".svg,.png,.jpg,.jpeg,.webp" aria-labelledby={id} tabIndex={-1} className="sr-only" onChange={(event) => (take(event.target.files?.[0]), (event.target.value = ''))} />
      </div>
      <p className="text-sm text-muted">{t(`hints.${kind}`)}</p>
    </div>
  );
}
