'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, MentionInput, useApiMutation } from '@loctelli/core/web';

interface Props {
  label: string;
  action: string;
  clientId: number;
  start?: string;
  send: (body: string) => Promise<unknown>;
  onDone?: () => void;
  onCancel?: () => void;
}

/** A note being written, in which colleagues are named with @. Ctrl or ⌘ and Enter sends it; what failed to be sent stays. */
export function NoteEditor({ label, action, clientId, start = '', send, onDone, onCancel }: Props) {
  const t = useTranslations('clients');
  const [body, setBody] = useState(start);
  const add = useApiMutation(() => send(body.trim()), {
    invalidate: [['client', clientId, 'timeline']],
    onSuccess: () => {
      setBody(start && body);
      onDone?.();
    },
  });
  const ready = body.trim() !== '' && !add.isPending;
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => (event.preventDefault(), ready && add.mutate())}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) {
          event.preventDefault();
          add.mutate();
        } else if (event.key === 'Escape' && onCancel && !event.defaultPrevented) onCancel();
      }}
    >
      <MentionInput aria-label={label} rows={2} value={body} onChange={setBody} placeholder={t('notes.placeholder')} autoFocus={Boolean(onCancel)} />
      <div className="flex justify-end gap-2">
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        )}
        <Button type="submit" size="sm" variant="primary" busy={add.isPending} disabled={!ready} focusableWhenDisabled>
          {action}
        </Button>
      </div>
    </form>
  );
}
