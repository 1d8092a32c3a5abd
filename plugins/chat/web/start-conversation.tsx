'use client';
import { useId, useRef, useState } from 'react';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Combobox, Dialog, Field, Input, useApiMutation } from '@loctelli/core/web';
import type { Conversation } from '../contract.ts';
import { chat } from './api.ts';
import { useCached } from './acts/use-cached.ts';
import { ReplyField } from './composer/reply-field.tsx';
import { UploadList } from './composer/upload-list.tsx';
import { useFiles } from './composer/use-files.ts';
import { useClientOptions } from './side/link-client.tsx';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onStarted: (conversationId: number) => void;
  /** Whom it is written to, where that is settled. */
  client?: { id: number; name: string; email: string | null };
}

/** Writes to a client first, by e-mail. */
export function StartConversation(props: Props) {
  const t = useTranslations('chat.start');
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange} title={props.client ? t('titleTo', { name: props.client.name }) : t('title')} description={t('text')}>
      {props.open && <Letter {...props} />}
    </Dialog>
  );
}

function Letter({ client, onOpenChange, onStarted }: Props) {
  const t = useTranslations('chat.start');
  const files = useTranslations('chat.composer');
  const words = useTranslations('core.ui');
  const id = useId();
  const cached = useCached();
  const { options, clients, onSearch, loading } = useClientOptions(!client);
  const [chosen, setChosen] = useState<{ id: number; name: string; email: string | null } | null>(client ?? null);
  const [subject, setSubject] = useState('');
  const [body, setBody] = useState('');
  const uploads = useFiles();
  const picker = useRef<HTMLInputElement>(null);
  // One key for all tries of this letter: pressed twice it is still one.
  const [key] = useState(() => crypto.randomUUID());
  const send = useApiMutation(
    () => chat.startConversation({ key, clientId: chosen!.id, channel: 'email', subject: subject.trim() || undefined, body: body.trim(), attachmentIds: uploads.uploads.flatMap(({ sent }) => sent?.id ?? []) }),
    {
      onSuccess: (conversation) => {
        cached.refresh();
        onOpenChange(false);
        onStarted((conversation as Conversation).id);
      },
    },
  );
  const waits = uploads.uploads.some(({ sent }) => !sent);
  const shown = chosen && !options.some(({ value }) => value === String(chosen.id)) ? [{ value: String(chosen.id), label: chosen.name }, ...options] : options;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && body.trim() && !waits) send.mutate();
      }}
    >
      {!client && (
        <Field label={t('client')}>
          <Combobox
            aria-label={t('client')}
            options={shown}
            value={chosen ? String(chosen.id) : null}
            onChange={(next) => setChosen(clients.find((each) => String(each.id) === next) ?? null)}
            onSearch={onSearch}
            loading={loading}
            placeholder={t('clientFind')}
          />
        </Field>
      )}
      {chosen && !chosen.email && (
        <p role="alert" className="rounded-md bg-warning-soft px-3 py-2 text-warning-text">
          {t('noAddress', { name: chosen.name })}
        </p>
      )}
      <Field label={t('subject')} optional={t('optional')}>
        <Input value={subject} onChange={(event) => setSubject(event.target.value)} maxLength={200} />
      </Field>
      <Field label={t('message')}>
        <ReplyField id={`${id}-body`} conversationId={undefined} label={t('message')} rows={7} value={body} onChange={setBody} placeholder={t('placeholder')} />
        <div className="-mx-3">
          <UploadList uploads={uploads.uploads} onRemove={uploads.remove} onRetry={uploads.retry} />
        </div>
      </Field>
      <div className="flex items-center justify-end gap-2">
        <input ref={picker} type="file" multiple tabIndex={-1} aria-hidden className="sr-only" onChange={(event) => (uploads.add([...(event.target.files ?? [])]), (event.target.value = ''))} />
        <Button variant="ghost" className="me-auto" onClick={() => picker.current?.click()}>
          <Paperclip aria-hidden />
          {files('attach')}
        </Button>
        <Button onClick={() => onOpenChange(false)}>{words('cancel')}</Button>
        <Button type="submit" variant="primary" busy={send.isPending || waits} disabled={!chosen?.email || body.trim() === ''}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
