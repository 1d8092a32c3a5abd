'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { ChevronDown, SlidersHorizontal, TriangleAlert } from 'lucide-react';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { PluginCard } from '@loctelli/core';
import { Button, ConfirmDialog, coreApi, Icon, Switch, toast, useApiMutation, useFormats, usePlugins } from '@loctelli/core/web';
import { PluginForm } from './plugin-form.tsx';

/** One plugin: its switch, what it brings, why it failed, and its settings. */
export function PluginRow({ plugin, others }: { plugin: PluginCard; others: PluginCard[] }) {
  const t = useTranslations('core.settings');
  const router = useRouter();
  const formats = useFormats();
  const [open, setOpen] = useState<'details' | 'settings' | null>(null);
  const [asking, setAsking] = useState(false);
  const icon = usePlugins().find(({ manifest }) => manifest.id === plugin.id)?.manifest.icon ?? 'blocks';
  const toggle = useApiMutation((enabled: boolean) => coreApi.plugins.updatePlugin(plugin.id, { enabled }), {
    invalidate: [['plugins']],
    onSuccess: (_answer, enabled) => {
      setAsking(false);
      toast.success(t(enabled ? 'pluginOn' : 'pluginOff', { name: plugin.name }));
      router.refresh();
    },
  });
  const names = plugin.requires.map((id) => others.find((other) => other.id === id)?.name ?? id);
  const enabled = toggle.isPending ? toggle.variables : plugin.enabled && !plugin.failure;
  const show = (part: 'details' | 'settings') => setOpen(open === part ? null : part);
  const panel = `plugin-${plugin.id}`;
  return (
    <li className="border-b px-5 py-4 last:border-0">
      <div className="flex items-start gap-4">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-muted [&_svg]:size-4.5">
          <Icon name={icon} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
            {plugin.name}
            <span className="text-sm font-normal text-subtle">{t('version', { version: plugin.version })}</span>
          </p>
          <p className="text-muted">{plugin.description}</p>
          {plugin.failure && (
            <p role="alert" className="mt-2 flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {t('pluginFailed', { reason: plugin.failure })}
            </p>
          )}
          <div className="mt-2 -ms-2.5 flex flex-wrap gap-1">
            <Button size="sm" variant="ghost" aria-expanded={open === 'details'} aria-controls={panel} onClick={() => show('details')}>
              <ChevronDown aria-hidden className={clsx('transition-transform duration-150', open === 'details' && 'rotate-180')} />
              {t('pluginDetails')}
            </Button>
            {plugin.hasSettings && (
              <Button size="sm" variant="ghost" aria-expanded={open === 'settings'} aria-controls={panel} onClick={() => show('settings')}>
                <SlidersHorizontal aria-hidden />
                {t('pluginConfigure')}
              </Button>
            )}
          </div>
        </div>
        <Switch
          aria-label={plugin.name}
          checked={enabled}
          disabled={toggle.isPending || plugin.failure !== null}
          onChange={(next) => (next ? toggle.mutate(true) : setAsking(true))}
        />
      </div>
      <div id={panel} className="sm:ps-13">
        {open === 'details' && (
          <div className="mt-3 flex flex-col gap-3 rounded-md bg-sunken p-4 text-sm">
            <Names title={t('pluginPermissions', { count: plugin.permissions.length })} names={plugin.permissions} />
            <Names title={t('pluginEvents', { count: plugin.events.length })} names={plugin.events} />
            {names.length > 0 && <p>{t('pluginRequires', { names: formats.list(names) })}</p>}
          </div>
        )}
        {open === 'settings' && <PluginForm plugin={plugin} onDone={() => setOpen(null)} />}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('pluginOffTitle', { name: plugin.name })}
        description={t('pluginOffText')}
        action={t('pluginOffAction')}
        busy={toggle.isPending}
        onConfirm={() => toggle.mutate(false)}
      />
    </li>
  );
}

/** Ids are names for people who write integrations; they are shown as they are. */
function Names({ title, names }: { title: string; names: string[] }) {
  return (
    <div>
      <p className="font-medium">{title}</p>
      {names.length > 0 && (
        <ul dir="ltr" className="mt-1 flex flex-wrap gap-1.5">
          {names.map((name) => (
            <li key={name} className="rounded-sm border bg-surface px-1.5 py-0.5 font-mono text-xs">
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
