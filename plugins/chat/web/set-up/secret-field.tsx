'use client';
import { useState } from 'react';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, ConfirmDialog, CopyButton, useApiMutation } from '@loctelli/core/web';
import { makeSecret } from './chat-settings.ts';

interface Props {
  label: string;
  hint: string;
  isSet: boolean;
  onSave: (secret: string | null) => Promise<unknown>;
}

/** A secret the browser makes: shown this once to be copied, replaced or taken away later. */
export function SecretField({ label, hint, isSet, onSave }: Props) {
  const t = useTranslations('chat.setUp');
  const [fresh, setFresh] = useState<string | null>(null);
  const [asking, setAsking] = useState<'replace' | 'remove' | null>(null);
  const save = useApiMutation((secret: string | null) => onSave(secret), { onSuccess: (_result, secret) => (setFresh(secret), setAsking(null)) });
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-center gap-2 text-sm font-medium">
        {label} <Badge tone={isSet ? 'success' : 'neutral'}>{t(isSet ? 'secretSet' : 'secretNone')}</Badge>
      </p>
      <p className="text-sm text-muted">{hint}</p>
      {fresh && (
        <div role="status" className="rounded-md bg-warning-soft p-3">
          <p className="mb-2 text-sm text-warning-text">{t('secretOnce')}</p>
          <div className="flex items-center gap-2">
            <code dir="ltr" className="min-w-0 flex-1 rounded-sm bg-surface px-2 py-1.5 font-mono text-xs break-all">
              {fresh}
            </code>
            <CopyButton text={fresh} label={t('secretCopy')} />
          </div>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" busy={save.isPending && save.variables !== null} onClick={() => (isSet ? setAsking('replace') : save.mutate(makeSecret()))}>
          <KeyRound aria-hidden />
          {t(isSet ? 'secretReplace' : 'secretMake')}
        </Button>
        {isSet && (
          <Button size="sm" variant="ghost" onClick={() => setAsking('remove')}>
            {t('secretRemove')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t(asking === 'remove' ? 'secretRemove' : 'secretReplace')}
        description={t('secretWarning')}
        action={t(asking === 'remove' ? 'secretRemove' : 'secretReplace')}
        danger
        busy={save.isPending}
        onConfirm={() => save.mutate(asking === 'remove' ? null : makeSecret())}
      />
    </div>
  );
}
