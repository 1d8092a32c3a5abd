'use client';
import { useState } from 'react';
import { Ellipsis, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Card, Field, Input, Menu, SortableList, toast, useApiMutation, useInvalidate } from '@loctelli/core/web';
import type { Pipeline } from '../../contract.ts';
import { clients } from '../api.ts';
import { MoveStageDialog } from './move-stage-dialog.tsx';
import { StageRow, type StageDraft } from './stage-row.tsx';
import { usePipelineDraft } from './use-pipeline-draft.ts';

interface Props {
  /** None to make a new one. */
  pipeline: Pipeline | null;
  onMade?: () => void;
}

/** One pipeline: its name and its stages in order, saved together. */
export function PipelineEditor({ pipeline, onMade }: Props) {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();
  const edit = usePipelineDraft(pipeline, t('pipelines.firstStage'));
  const [leaving, setLeaving] = useState<StageDraft | null>(null);
  const refresh = () => invalidate(['clients']);
  const save = useApiMutation(
    () =>
      pipeline
        ? clients.updatePipeline(pipeline.id, { version: pipeline.version, ...edit.body(), moves: edit.draft.moves })
        : clients.createPipeline(edit.body()),
    {
      onSuccess: () => {
        refresh();
        toast.success(t('pipelines.saved', { name: edit.draft.name }));
        onMade?.();
      },
    },
  );
  const change = useApiMutation((body: { isDefault?: true; archived?: boolean }) => clients.updatePipeline(pipeline!.id, { version: pipeline!.version, ...body }), {
    onSuccess: refresh,
  });
  const remove = (stage: StageDraft) => (stage.id ? setLeaving(stage) : edit.remove(stage));
  const stay = edit.draft.stages.filter(({ id, key }) => id !== undefined && key !== leaving?.key).map(({ id, name }) => ({ id: id!, name }));
  return (
    <Card
      title={pipeline ? pipeline.name : t('pipelines.new')}
      actions={
        pipeline && (
          <span className="flex items-center gap-2">
            {pipeline.isDefault && <Badge tone="accent">{t('pipelines.default')}</Badge>}
            {!pipeline.isDefault && (
              <Menu
                trigger={
                  <Button variant="ghost" size="icon-sm" aria-label={t('pipelines.more', { name: pipeline.name })}>
                    <Ellipsis aria-hidden />
                  </Button>
                }
                groups={[
                  {
                    items: [
                      { id: 'default', label: t('pipelines.makeDefault'), onSelect: () => change.mutate({ isDefault: true }) },
                      { id: 'archive', label: t('pipelines.archive'), onSelect: () => change.mutate({ archived: true }) },
                    ],
                  },
                ]}
              />
            )}
          </span>
        )
      }
      footer={
        (edit.dirty || !pipeline) && (
          <>
            <Button onClick={pipeline ? edit.reset : onMade}>{t(pipeline ? 'pipelines.discard' : 'form.cancel')}</Button>
            <Button variant="primary" disabled={!edit.sound} busy={save.isPending} onClick={() => save.mutate()}>
              {t('form.save')}
            </Button>
          </>
        )
      }
    >
      <Field label={t('pipelines.pipelineName')} className="mb-4 max-w-80">
        <Input value={edit.draft.name} onChange={(event) => edit.rename(event.target.value)} maxLength={60} />
      </Field>
      <div className="mb-1.5 hidden grid-cols-[minmax(8rem,1fr)_8rem_7rem_6rem_2.25rem] gap-2 ps-10 pe-19 text-xs font-medium text-muted sm:grid" aria-hidden>
        <span>{t('pipelines.name')}</span>
        <span>{t('pipelines.kind')}</span>
        <span>{t('pipelines.stuckAfter')}</span>
        <span>{t('pipelines.probability')}</span>
      </div>
      <SortableList
        label={t('pipelines.stages')}
        items={edit.draft.stages}
        itemId={({ key }) => key}
        itemLabel={({ name }) => name || t('pipelines.newStage')}
        onOrder={edit.arrange}
      >
        {(stage) => (
          <StageRow
            stage={stage}
            invalid={edit.dirty && edit.invalid(edit.draft.stages.findIndex(({ key }) => key === stage.key))}
            onChange={edit.change}
            onRemove={edit.draft.stages.length > 1 ? () => remove(stage) : undefined}
          />
        )}
      </SortableList>
      <Button variant="ghost" size="sm" className="mt-2" onClick={edit.add} disabled={edit.draft.stages.length >= 30}>
        <Plus aria-hidden />
        {t('pipelines.addStage')}
      </Button>
      <MoveStageDialog
        key={leaving?.key}
        stage={leaving?.name}
        others={stay}
        onClose={() => setLeaving(null)}
        onMove={(target) => {
          edit.remove(leaving!, target);
          setLeaving(null);
        }}
      />
    </Card>
  );
}
