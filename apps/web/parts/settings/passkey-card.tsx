'use client';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'next-intl';
import { Ellipsis, KeyRound, Pencil, Trash2 } from 'lucide-react';
import { passkeyUpdate, type Passkey } from '@loctelli/core';
import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  coreApi,
  Dialog,
  ErrorState,
  Form,
  FormField,
  FormSummary,
  Menu,
  Skeleton,
  SubmitButton,
  toast,
  useApiMutation,
  useFormats,
  useInvalidate,
} from '@loctelli/core/web';
import { useFactors } from './totp-card.tsx';

const PasskeyDialog = lazy(() => import('./passkey-dialog.tsx'));
const never = () => () => undefined;

/** The user's passkeys: add, rename, remove. */
export function PasskeyCard() {
  const t = useTranslations('core.security');
  const factors = useFactors();
  const supported = useSyncExternalStore(never, () => 'PublicKeyCredential' in window, () => true);
  const [adding, setAdding] = useState(false);
  return (
    <Card
      flush
      title={t('passkeysTitle')}
      description={t('passkeysText')}
      footer={supported ? <Button onClick={() => setAdding(true)}>{t('addPasskey')}</Button> : <p className="me-auto text-sm text-muted">{t('noPasskeySupport')}</p>}
    >
      {factors.error ? (
        <ErrorState compact error={factors.error} onRetry={() => void factors.refetch()} />
      ) : !factors.data ? (
        <div className="p-5">
          <Skeleton className="h-9" />
        </div>
      ) : factors.data.passkeys.length === 0 ? (
        <p className="px-5 py-4 text-muted">{t('noPasskeys')}</p>
      ) : (
        <ul>
          {factors.data.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {adding && (
        <Suspense>
          <PasskeyDialog open onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Card>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const t = useTranslations('core.security');
  const formats = useFormats();
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const close = () => setAsking(null);
  const remove = useApiMutation(() => coreApi.auth.deletePasskey(passkey.id), {
    invalidate: [['factors']],
    onSuccess: () => toast.success(t('removed', { name: passkey.name })),
  });
  return (
    <li className="flex items-center gap-3.5 border-b px-5 py-3 last:border-0">
      <KeyRound aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 truncate">{passkey.name}</span>
          {passkey.backedUp && <Badge>{t('synced')}</Badge>}
        </p>
        <p className="text-sm text-muted">
          <time dateTime={passkey.createdAt}>{t('added', { when: formats.date(passkey.createdAt) })}</time> ·{' '}
          {passkey.lastUsedAt ? <time dateTime={passkey.lastUsedAt}>{t('lastUsed', { when: formats.relative(passkey.lastUsedAt) })}</time> : t('notUsed')}
        </p>
      </div>
      <Menu
        trigger={
          <Button variant="ghost" size="icon-sm" aria-label={t('passkeyMenu', { name: passkey.name })} className="text-muted">
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={[
          {
            items: [
              { id: 'rename', label: t('rename'), icon: <Pencil aria-hidden />, onSelect: () => setAsking('rename') },
              { id: 'remove', label: t('remove'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => setAsking('remove') },
            ],
          },
        ]}
      />
      <RenameDialog passkey={passkey} open={asking === 'rename'} onClose={close} />
      <ConfirmDialog
        open={asking === 'remove'}
        onOpenChange={(open) => !open && close()}
        title={t('removeTitle', { name: passkey.name })}
        description={t('removeText')}
        action={t('remove')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </li>
  );
}

function RenameDialog({ passkey, open, onClose }: { passkey: Passkey; open: boolean; onClose: () => void }) {
  const t = useTranslations('core.security');
  const ui = useTranslations('core.ui');
  const invalidate = useInvalidate();
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t('renameTitle', { name: passkey.name })} size="sm">
      <Form
        schema={passkeyUpdate}
        defaults={{ name: passkey.name }}
        onSubmit={async ({ name }) => {
          await coreApi.auth.renamePasskey(passkey.id, name);
          toast.success(t('renamed', { name }));
          invalidate(['factors']);
          onClose();
        }}
      >
        <FormSummary />
        <FormField name="name" label={t('passkeyName')} autoComplete="off" autoFocus />
        <div className="flex justify-end">
          <SubmitButton>{ui('save')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
