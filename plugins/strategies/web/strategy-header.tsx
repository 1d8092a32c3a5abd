'use client';
import { useRouter } from 'next/navigation';
import { Archive, ArchiveRestore, Copy, Ellipsis, Pause, Play, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge, Button, Link, Menu, PageHeader, useCan, useMe, type MenuAction } from '@loctelli/core/web';
import type { Strategy } from '../contract.ts';
import { NavLinks } from './nav-links.tsx';
import { StatusBadge } from './strategy-status.tsx';
import { useStateActions } from './use-state-actions.tsx';

export type StrategyPart = 'editor' | 'enrolments' | 'results' | 'versions' | 'simulator';
interface Props {
  strategy: Strategy;
  current: StrategyPart;
  /** The page's own button, before the menu. */
  actions?: ReactNode;
  /** Further entries of the menu. */
  more?: MenuAction[];
}

/** A strategy's name and state above each of its pages, with what can be done with it. */
export function StrategyHeader({ strategy, current, actions, more = [] }: Props) {
  const t = useTranslations('strategies.list');
  const router = useRouter();
  const { id, status, publishedVersion, changed, editable, results } = strategy;
  const acts = useCan('strategies.publish') !== null && editable;
  const mayDelete = useCan('strategies.delete') !== null && editable;
  const mayCreate = useCan('strategies.create') !== null;
  const { setState, duplicate, remove, dialog } = useStateActions(() => router.push('/strategies'));
  const items: MenuAction[] = [
    ...more,
    ...(mayCreate ? [{ id: 'duplicate', label: t('duplicate'), icon: <Copy aria-hidden />, onSelect: () => duplicate(id) }] : []),
    ...(acts && status === 'archived' ? [{ id: 'restore', label: t('restore'), icon: <ArchiveRestore aria-hidden />, onSelect: () => setState(strategy, 'paused') }] : []),
    ...(acts && status !== 'archived' ? [{ id: 'archive', label: t('archive'), icon: <Archive aria-hidden />, onSelect: () => setState(strategy, 'archived') }] : []),
  ];
  const danger: MenuAction[] = mayDelete && results.enrolled === 0 ? [{ id: 'delete', label: t('delete'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => remove(strategy) }] : [];
  return (
    <>
      <PageHeader
        back={<BackToList />}
        title={strategy.name}
        count={
          <span className="inline-flex flex-wrap items-center gap-1.5 align-middle">
            <StatusBadge status={status} />
            {publishedVersion !== null && <span className="text-sm">{t('versionShort', { number: publishedVersion })}</span>}
            {changed && publishedVersion !== null && <Badge tone="info">{t('changedDraft')}</Badge>}
          </span>
        }
        actions={
          <>
            {acts && status === 'active' && (
              <Button onClick={() => setState(strategy, 'paused')}>
                <Pause aria-hidden />
                {t('pause')}
              </Button>
            )}
            {acts && status === 'paused' && (
              <Button onClick={() => setState(strategy, 'active')}>
                <Play aria-hidden />
                {t('goOn')}
              </Button>
            )}
            {actions}
            {items.length + danger.length > 0 && (
              <Menu
                groups={[{ items }, { items: danger }]}
                trigger={
                  <Button variant="ghost" size="icon" aria-label={t('more')}>
                    <Ellipsis aria-hidden />
                  </Button>
                }
              />
            )}
          </>
        }
      />
      <StrategyNav strategyId={id} current={current} live={results.live} />
      {dialog}
    </>
  );
}

export function BackToList() {
  const t = useTranslations('strategies.pages');
  return (
    <Link href="/strategies" className="inline-flex min-h-6 items-center hover:text-fg hover:underline">
      {t('list')}
    </Link>
  );
}

function StrategyNav({ strategyId, current, live }: { strategyId: number; current: StrategyPart; live: number }) {
  const t = useTranslations('strategies.list.parts');
  const { grants } = useMe();
  const at = `/strategies/${strategyId}`;
  const links = [
    { id: 'editor', href: at, label: t('editor') },
    ...(grants['strategies.enrolments'] ? [{ id: 'enrolments', href: `${at}/enrolments`, label: t('enrolments'), count: live }] : []),
    { id: 'results', href: `${at}/results`, label: t('results') },
    { id: 'versions', href: `${at}/versions`, label: t('versions') },
    { id: 'simulator', href: `${at}/simulator`, label: t('simulator') },
  ];
  return <NavLinks label={t('label')} links={links} current={current} />;
}
