'use client';
import { useEffect, useRef, useState } from 'react';
import { ChevronDown, House, List, Lock, Pencil, Save, SaveAll, Trash2, UndoDot, Users, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SavedView } from '../../api-client/types.ts';
import { useProblemText } from '../../i18n/problem-text.ts';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../dialog.tsx';
import { Menu, type MenuGroup } from '../menu.tsx';
import { toast } from '../toast.tsx';
import { sameQuery, type ViewQuery } from './same-query.ts';
import { useViews } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

export interface SavedViewsProps {
  /** The list, such as `clients`. */
  list: string;
  /** What the list without a view is called, such as "All clients". */
  allLabel: string;
  /** Id of the view that is open, as the address holds it. */
  current: number | null;
  /** What the list is asked now: filters, order, columns. Empty parts do not count. */
  query: ViewQuery;
  /** The address says nothing yet: the view this user starts with is opened. */
  pristine?: boolean;
  /** Open this view, or the whole list: put its id and query into the address. */
  onOpen: (view: SavedView | null) => void;
}

const signs = { private: <Lock />, team: <Users />, tenant: <UsersRound /> };

/** The views of a list: which is open, whether it was changed, and all that can be done with it. */
export function SavedViews({ list, allLabel, current, query, pristine, onOpen }: SavedViewsProps) {
  const t = useTranslations('core.kit.views');
  const describe = useProblemText();
  const { views, isLoading, opensWith, openWith, create, update, remove } = useViews(list);
  const [dialog, setDialog] = useState<'save' | 'edit' | null>(null);
  const [leaving, setLeaving] = useState<SavedView | null>(null);
  const view = views.find(({ id }) => id === current) ?? null;
  const dirty = view ? !sameQuery(view.query, query) : !sameQuery({}, query);

  const started = useRef(false);
  useEffect(() => {
    if (isLoading || started.current) return;
    started.current = true;
    const first = pristine && opensWith !== null ? views.find(({ id }) => id === opensWith) : undefined;
    if (first) onOpen(first);
  }, [isLoading, pristine, opensWith, views, onOpen]);

  const save = () =>
    view &&
    update.mutate(
      { view, query },
      {
        onSuccess: (saved) => (onOpen(saved), toast.success(t('saved', { name: saved.name }))),
        onError: (error) => toast.error(describe(error)),
      },
    );
  const entry = (each: SavedView) => ({ id: String(each.id), label: each.name, icon: signs[each.visibility], checked: each.id === current, onSelect: () => onOpen(each) });
  const shown = (visibility: SavedView['visibility']) => views.filter((each) => each.visibility === visibility).map(entry);
  const groups: MenuGroup[] = [
    { items: [{ id: 'all', label: allLabel, icon: <List />, checked: current === null, onSelect: () => onOpen(null) }] },
    { label: t('to.private'), items: shown('private') },
    { label: t('to.team'), items: shown('team') },
    { label: t('to.tenant'), items: shown('tenant') },
    {
      items: [
        ...(view && dirty ? [...(view.mine ? [{ id: 'save', label: t('saveChanges'), icon: <Save />, onSelect: save }] : []), { id: 'revert', label: t('revert'), icon: <UndoDot />, onSelect: () => onOpen(view) }] : []),
        { id: 'save-as', label: t('saveAs'), icon: <SaveAll />, onSelect: () => setDialog('save') },
        ...(opensWith === current ? [] : [{ id: 'default', label: t('openWith'), icon: <House />, onSelect: () => (openWith(current), toast.success(t('opensWith', { name: view?.name ?? allLabel }))) }]),
        ...(view?.mine ? [{ id: 'edit', label: t('edit'), icon: <Pencil />, onSelect: () => setDialog('edit') }, { id: 'delete', label: t('delete'), icon: <Trash2 />, danger: true, onSelect: () => setLeaving(view) }] : []),
      ],
    },
  ];
  return (
    <div className="flex min-w-0 items-center gap-1">
      <Menu
        align="start"
        groups={groups}
        trigger={
          <Button variant="ghost" className="min-w-0 px-2 font-semibold" aria-label={t('label', { name: view?.name ?? allLabel, dirty: dirty && view ? 'yes' : 'no' })}>
            <span className="truncate">{view?.name ?? allLabel}</span>
            {dirty && view && <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent" />}
            <ChevronDown aria-hidden className="text-muted" />
          </Button>
        }
      />
      {dirty && (
        <Button size="sm" variant="ghost" className="text-accent-text max-sm:hidden" busy={update.isPending} onClick={() => (view?.mine ? save() : setDialog('save'))}>
          {t(view?.mine ? 'saveChanges' : 'saveAs')}
        </Button>
      )}
      <ViewDialog
        key={dialog ?? 'none'}
        open={dialog !== null}
        onOpenChange={(open) => !open && setDialog(null)}
        view={dialog === 'edit' ? view : null}
        onSave={async (input) => {
          const saved = dialog === 'edit' && view ? await update.mutateAsync({ view, ...input }) : await create.mutateAsync({ ...input, query });
          if (dialog === 'save') onOpen(saved);
        }}
      />
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('deleteTitle', { name: leaving?.name ?? '' })}
        description={t(leaving?.visibility === 'private' ? 'deleteText' : 'deleteSharedText')}
        action={t('delete')}
        danger
        busy={remove.isPending}
        onConfirm={() =>
          leaving &&
          remove.mutate(leaving, {
            onSuccess: () => {
              setLeaving(null);
              onOpen(null);
            },
          })
        }
      />
    </div>
  );
}
