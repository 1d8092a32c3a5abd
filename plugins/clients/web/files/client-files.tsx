'use client';
import { useRef, useState, type DragEvent } from 'react';
import { File, FileImage, FileSpreadsheet, FileText, Trash2, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, cn, ConfirmDialog, ErrorState, Skeleton, Spinner, toast, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import type { ClientFile } from '../../contract.ts';
import { clients } from '../api.ts';
import { download } from '../download.ts';

const largest = 25 * 1024 * 1024;

/** Quotes, photographs and contracts of a client. Files are dropped anywhere on the card. */
export function ClientFiles({ clientId, writable }: { clientId: number; writable: boolean }) {
  const t = useTranslations('clients.files');
  const words = useTranslations('core.ui');
  const formats = useFormats();
  const { data, error, refetch } = useApiQuery(['client', clientId, 'files'], () => clients.getFiles(clientId));
  const [over, setOver] = useState(false);
  const [removing, setRemoving] = useState<ClientFile | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const invalidate = [['client', clientId]];
  const add = useApiMutation((file: globalThis.File) => clients.uploadFile(clientId, file), {
    invalidate,
    onSuccess: (_, { name }) => toast.success(t('added', { name })),
  });
  const remove = useApiMutation((file: ClientFile) => clients.deleteFile(clientId, file.id), { invalidate, onSuccess: () => setRemoving(null) });
  const take = (files: FileList | null) => {
    for (const file of files ?? []) {
      if (file.size > largest) toast.error(words('fileTooLarge', { name: file.name, limit: formats.bytes(largest) }));
      else add.mutate(file);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const dragging = writable ? { onDragOver: (event: DragEvent) => (event.preventDefault(), setOver(true)), onDragLeave: () => setOver(false), onDrop: drop } : {};
  return (
    <div {...dragging} className={cn('rounded-lg', over && 'outline-2 outline-accent outline-dashed')}>
      <Card
        title={t('title')}
        actions={
          writable && (
            <>
              <input ref={picker} type="file" multiple className="sr-only" tabIndex={-1} aria-hidden onChange={(event) => (take(event.target.files), (event.target.value = ''))} />
              <Button variant="ghost" size="icon-sm" aria-label={t('drop')} title={t('drop')} onClick={() => picker.current?.click()}>
                <Upload aria-hidden />
              </Button>
            </>
          )
        }
      >
        {error ? (
          <ErrorState compact error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton className="h-10" />
        ) : data.items.length === 0 && !add.isPending ? (
          <p className="text-muted">{t('none')}</p>
        ) : (
          <ul className="-mx-2 -my-1">
            {add.isPending && (
              <li role="status" className="flex items-center gap-2.5 px-2 py-1.5 text-muted">
                <Spinner />
                <span className="truncate">{t('adding', { name: add.variables.name })}</span>
              </li>
            )}
            {data.items.map((file) => (
              <FileRow key={file.id} file={file} clientId={clientId} onRemove={writable ? () => setRemoving(file) : undefined} />
            ))}
          </ul>
        )}
      </Card>
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t('removeTitle', { name: removing?.name ?? '' })}
        description={t('removeText')}
        action={t('removeAction')}
        danger
        busy={remove.isPending}
        onConfirm={() => removing && remove.mutate(removing)}
      />
    </div>
  );
}

function FileRow({ file, clientId, onRemove }: { file: ClientFile; clientId: number; onRemove: (() => void) | undefined }) {
  const t = useTranslations('clients.files');
  const formats = useFormats();
  const fetchIt = useApiMutation(() => clients.getFileContent(clientId, file.id), { onSuccess: (blob) => download(blob as Blob, file.name) });
  const Icon = iconOf(file.mime);
  return (
    <li className="flex items-center gap-1 rounded-md hover:bg-hover">
      <button
        type="button"
        aria-label={t('download', { name: file.name })}
        aria-busy={fetchIt.isPending || undefined}
        onClick={() => fetchIt.mutate()}
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 py-1.5 text-start"
      >
        {fetchIt.isPending ? <Spinner /> : <Icon aria-hidden className="size-4 shrink-0 text-muted" />}
        <span className="min-w-0 flex-1">
          <span dir="auto" title={file.name} className="block truncate">
            {file.name}
          </span>
          <span className="block truncate text-sm text-muted">
            {formats.bytes(file.size)} · {file.createdByName ? `${file.createdByName} · ` : ''}
            {formats.relative(file.createdAt)}
          </span>
        </span>
      </button>
      {onRemove && (
        <Button variant="ghost" size="icon-sm" aria-label={t('remove', { name: file.name })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      )}
    </li>
  );
}

function iconOf(mime: string) {
  if (mime.startsWith('image/')) return FileImage;
  if (/sheet|excel|csv/.test(mime)) return FileSpreadsheet;
  return /pdf|text|word/.test(mime) ? FileText : File;
}
