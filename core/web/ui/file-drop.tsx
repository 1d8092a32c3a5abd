'use client';
import { useId, useState, type DragEvent } from 'react';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '../i18n/formats.ts';
import { cn } from './cn.ts';

export interface FileDropProps {
  /** As of `<input accept>`, such as `.csv,text/csv`. */
  accept?: string;
  /** Bytes. */
  maxSize?: number;
  onFile: (file: File) => void;
  title?: string;
  hint?: string;
  disabled?: boolean;
}

/** Takes one file by dropping, picking or keyboard. */
export function FileDrop({ accept, maxSize, onFile, title, hint, disabled }: FileDropProps) {
  const t = useTranslations('core.ui');
  const formats = useFormats();
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();

  const take = (file?: File | null) => {
    if (!file || disabled) return;
    if (!accepted(file, accept)) return setProblem(t('fileWrongType', { name: file.name }));
    if (maxSize && file.size > maxSize) return setProblem(t('fileTooLarge', { name: file.name, limit: formats.bytes(maxSize) }));
    setProblem(undefined);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          'flex cursor-pointer flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong bg-surface px-6 py-12 text-center transition-colors duration-150',
          'hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          over && 'border-accent bg-accent-soft',
          disabled && 'pointer-events-none opacity-55',
        )}
      >
        <FileUp aria-hidden className="size-6 text-muted" />
        <span className="font-medium">{title ?? t('fileDropTitle')}</span>
        <span className="text-sm text-muted">{hint ?? (maxSize ? t('fileDropHint', { limit: formats.bytes(maxSize) }) : null)}</span>
        <input id={id} type="file" accept={accept} disabled={disabled} className="sr-only" onChange={(event) => (take(event.target.files?.[0]), (event.target.value = ''))} />
      </label>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-danger-text">
          {problem}
        </p>
      )}
    </div>
  );
}

function accepted(file: File, accept?: string): boolean {
  if (!accept) return true;
  return accept.split(',').some((rule) => {
    const wanted = rule.trim().toLowerCase();
    if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted);
    if (wanted.endsWith('/*')) return file.type.startsWith(wanted.slice(0, -1));
    return file.type === wanted;
  });
}
