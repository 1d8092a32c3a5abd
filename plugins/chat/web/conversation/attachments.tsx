'use client';
import { useEffect, useState } from 'react';
import { File, FileImage, FileSpreadsheet, FileText, ImageOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn, Dialog, Spinner, useApiMutation, useFormats } from '@loctelli/core/web';
import type { ChatAttachment } from '../../contract.ts';
import { chat } from '../api.ts';
import { download } from './download.ts';

/** Pictures show themselves, other files their name; both open with a press. */
export function Attachments({ files, end }: { files: readonly ChatAttachment[]; end?: boolean }) {
  return (
    <ul className={cn('mt-1 flex flex-wrap gap-1.5', end && 'justify-end')}>
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          {file.width !== null && file.height !== null ? <Picture file={file} /> : <FileChip file={file} />}
        </li>
      ))}
    </ul>
  );
}

const largest = { width: 280, height: 220 };

/** Its place has its size before it comes, so that nothing moves. */
function Picture({ file }: { file: ChatAttachment }) {
  const t = useTranslations('chat.files');
  const [open, setOpen] = useState(false);
  const { source, onError, failed } = usePicture(file.id);
  const scale = Math.min(1, largest.width / file.width!, largest.height / file.height!);
  const size = { width: Math.max(48, Math.round(file.width! * scale)), height: Math.max(48, Math.round(file.height! * scale)) };
  if (failed) return <FileChip file={file} />;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} aria-label={t('show', { name: file.name })} className="block max-w-full overflow-hidden rounded-md border bg-sunken" style={{ width: size.width, aspectRatio: `${size.width} / ${size.height}` }}>
        <img src={source} alt={file.name} onError={onError} loading="lazy" className="size-full object-cover" />
      </button>
      <Dialog open={open} onOpenChange={setOpen} size="lg" title={<bdi className="block truncate">{file.name}</bdi>} footer={<FileChip file={file} />}>
        <img src={source} alt={file.name} className="mx-auto max-h-[60dvh] max-w-full rounded-sm object-contain" />
      </Dialog>
    </>
  );
}

/** The picture's own address; where the session has ended meanwhile, the call that renews it. */
function usePicture(id: number) {
  const [source, setSource] = useState(`/api/v1/chat/attachments/${id}/content`);
  const [failed, setFailed] = useState(false);
  useEffect(() => () => void (source.startsWith('blob:') && URL.revokeObjectURL(source)), [source]);
  const onError = () => {
    if (source.startsWith('blob:')) return setFailed(true);
    chat.getAttachment(id).then(
      (blob) => setSource(URL.createObjectURL(blob)),
      () => setFailed(true),
    );
  };
  return { source, onError, failed };
}

export function FileChip({ file }: { file: ChatAttachment }) {
  const t = useTranslations('chat.files');
  const formats = useFormats();
  const fetchIt = useApiMutation(() => chat.getAttachment(file.id), { onSuccess: (blob) => download(blob as Blob, file.name) });
  const Sign = signOf(file.mime);
  return (
    <button
      type="button"
      aria-label={t('download', { name: file.name })}
      onClick={() => fetchIt.mutate()}
      className="flex max-w-72 items-center gap-2.5 rounded-md border bg-surface px-2.5 py-1.5 text-start text-fg transition-colors duration-150 hover:bg-hover"
    >
      {fetchIt.isPending ? <Spinner /> : <Sign aria-hidden className="size-4.5 shrink-0 text-muted" />}
      <span className="min-w-0">
        <bdi className="block truncate text-sm font-medium">{file.name}</bdi>
        <span className="block text-xs text-muted">{formats.bytes(file.size)}</span>
      </span>
    </button>
  );
}

export function signOf(mime: string) {
  if (mime.startsWith('image/')) return mime === 'image/svg+xml' ? ImageOff : FileImage;
  if (/sheet|excel|csv/.test(mime)) return FileSpreadsheet;
  return /pdf|text|word/.test(mime) ? FileText : File;
}
