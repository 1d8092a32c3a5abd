'use client';
import { useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'next/navigation';
import { CircleHelp, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RoleMatrix } from '@loctelli/core';
import { Button, coreApi, ErrorState, TableSkeleton, useApiQuery, useCan } from '@loctelli/core/web';
import { SettingsHeader } from '../settings-header.tsx';
import { RoleList } from './role-list.tsx';
import { RoleMatrixTable } from './role-matrix.tsx';
import { RoleNameDialog } from './role-name-dialog.tsx';
import { SaveBar } from './save-bar.tsx';
import { useDraft } from './use-draft.ts';
import { useLabels } from './use-labels.ts';
import { WhyPanel } from './why-panel.tsx';

/** What people of each role may do. */
export function RolesSettings() {
  const t = useTranslations('core.access');
  const mayEdit = Boolean(useCan('roles.update'));
  const mayAsk = Boolean(useCan('users.read'));
  const asked = useSearchParams();
  const matrix = useApiQuery(['roles', 'matrix'], () => coreApi.roles.getMatrix());
  const [isAdding, setAdding] = useState(false);
  const [isAsking, setAsking] = useState(asked.has('why'));
  return (
    <>
      <SettingsHeader
        title={t('title')}
        text={t('text')}
        action={
          <div className="flex flex-wrap gap-2">
            {mayAsk && (
              <Button onClick={() => setAsking(true)}>
                <CircleHelp aria-hidden />
                {t('why')}
              </Button>
            )}
            {mayEdit && (
              <Button variant="primary" onClick={() => setAdding(true)}>
                <Plus aria-hidden />
                {t('add')}
              </Button>
            )}
          </div>
        }
      />
      {matrix.error ? (
        <ErrorState error={matrix.error} onRetry={() => void matrix.refetch()} />
      ) : matrix.data ? (
        <Editor matrix={matrix.data} mayEdit={mayEdit} />
      ) : (
        <TableSkeleton rows={10} columns={4} />
      )}
      <RoleNameDialog
        open={isAdding}
        onOpenChange={setAdding}
        title={t('addTitle')}
        text={t('addText')}
        action={t('add')}
        send={({ name }) => coreApi.roles.createRole({ name, grants: {} })}
      />
      {matrix.data && mayAsk && (
        <WhyPanel
          open={isAsking}
          onOpenChange={setAsking}
          matrix={matrix.data}
          asked={{ user: asked.get('user'), permission: asked.get('permission'), record: asked.get('record') }}
        />
      )}
    </>
  );
}

function Editor({ matrix, mayEdit }: { matrix: RoleMatrix; mayEdit: boolean }) {
  const labels = useLabels();
  const editing = useDraft(matrix, labels);
  const isNarrow = useNarrow();
  const View = isNarrow ? RoleList : RoleMatrixTable;
  return (
    <>
      <View matrix={matrix} editing={editing} labels={labels} mayEdit={mayEdit} />
      <SaveBar {...editing} />
    </>
  );
}

const query = '(max-width: 639px)';
const watch = (onChange: () => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
};

/** Whether a matrix would not fit. */
const useNarrow = () =>
  useSyncExternalStore(
    watch,
    () => matchMedia(query).matches,
    () => false,
  );
