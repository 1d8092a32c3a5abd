'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Drawer, Facts, useFormats } from '@loctelli/core/web';
import { usePermissionGroups } from './permission-labels.ts';

interface Key {
  name: string;
  prefix: string;
  scopes: string[];
  userName: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

/** One key: for whom it acts and what it may do, in words. */
export function ApiKeyDrawer({ apiKey, onClose, onRevoke }: { apiKey: Key | null; onClose: () => void; onRevoke: () => void }) {
  const t = useTranslations('core.settings');
  return (
    <Drawer
      open={apiKey !== null}
      onOpenChange={(open) => !open && onClose()}
      title={apiKey?.name ?? ''}
      footer={
        <Button variant="danger" onClick={onRevoke}>
          {t('revokeKey')}
        </Button>
      }
    >
      {apiKey && <Content apiKey={apiKey} />}
    </Drawer>
  );
}

function Content({ apiKey }: { apiKey: Key }) {
  const t = useTranslations('core.settings');
  const formats = useFormats();
  const groups = usePermissionGroups(apiKey.scopes);
  return (
    <div className="flex flex-col gap-6">
      <Facts
        items={[
          { label: t('key'), value: <code className="font-mono text-sm" dir="ltr">lok_{apiKey.prefix}_…</code> },
          { label: t('actsFor'), value: apiKey.userName },
          { label: t('created'), value: formats.date(apiKey.createdAt) },
          { label: t('lastUsedColumn'), value: apiKey.lastUsedAt ? formats.dateTime(apiKey.lastUsedAt) : t('notUsed') },
          { label: t('expires'), value: apiKey.expiresAt ? formats.dateTime(apiKey.expiresAt) : t('never') },
        ]}
      />
      <section>
        <h3 className="font-medium">{t('scopes')}</h3>
        <p className="mt-0.5 text-sm text-muted">{t('actsForText', { name: apiKey.userName })}</p>
        {groups.map((group) => (
          <div key={group.id} className="mt-4">
            <h4 className="text-xs font-medium text-muted">{group.label}</h4>
            <ul className="mt-1.5 flex flex-col gap-1.5">
              {group.permissions.map((permission) => (
                <li key={permission.id} className="flex items-center gap-2">
                  <Check aria-hidden className="size-3.5 shrink-0 text-accent-text" />
                  {permission.label}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </div>
  );
}
