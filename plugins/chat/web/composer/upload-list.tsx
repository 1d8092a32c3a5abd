'use client';
import { RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';
import { signOf } from '../conversation/attachments.tsx';
import type { Upload } from './use-files.ts';

/** The files that go with a message, and how far each is. */
export function UploadList({ uploads, onRemove, onRetry }: { uploads: readonly Upload[]; onRemove: (key: string) => void; onRetry: (upload: Upload) => void }) {
  const t = useTranslations('chat.files');
  const formats = useFormats();
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="flex flex-wrap gap-1.5 px-3 pt-2">
      {uploads.map((upload) => {
        const { key, file, share, sent, problem } = upload;
        const Sign = signOf(file.type);
        return (
          <li key={key} className="flex w-56 max-w-full items-center gap-2 rounded-md border bg-surface ps-2 pe-1 py-1">
            <Sign aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1">
              <bdi className="block truncate text-sm">{file.name}</bdi>
              {problem ? (
                <span role="alert" className="block truncate text-xs text-danger-text" title={problem}>
                  {problem}
                </span>
              ) : sent ? (
                <span className="block text-xs text-muted">{formats.bytes(file.size)}</span>
              ) : (
                <span role="progressbar" aria-label={t('sending', { name: file.name })} aria-valuenow={Math.round(share * 100)} aria-valuemin={0} aria-valuemax={100} className="mt-1.5 mb-1 block h-1 overflow-hidden rounded-full bg-sunken">
                  <span className="block h-full rounded-full bg-accent transition-[width] duration-150" style={{ width: `${Math.max(4, share * 100)}%` }} />
                </span>
              )}
            </span>
            {problem && (
              <button type="button" aria-label={t('again', { name: file.name })} onClick={() => onRetry(upload)} className="grid size-6 place-items-center rounded-sm text-muted hover:bg-hover hover:text-fg">
                <RotateCcw aria-hidden className="size-3.5" />
              </button>
            )}
            <button type="button" aria-label={t('remove', { name: file.name })} onClick={() => onRemove(key)} className="grid size-6 place-items-center rounded-sm text-muted hover:bg-hover hover:text-fg">
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
