'use client';
import { useState } from 'react';
import { Plus, Workflow } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, EmptyState, FormSkeleton, Link, Page, PageHeader } from '@loctelli/core/web';
import { LostReasons } from './set-up/lost-reasons.tsx';
import { PipelineEditor } from './set-up/pipeline-editor.tsx';
import { usePipelines } from './use-set-up.ts';

/** The tenant's pipelines and why clients are lost. */
export default function PipelinesPage() {
  const t = useTranslations('clients');
  const { pipelines, isLoading } = usePipelines();
  const [making, setMaking] = useState(false);
  const live = pipelines.filter(({ archivedAt }) => archivedAt === null);
  const add = (
    <Button variant="primary" onClick={() => setMaking(true)} disabled={making}>
      <Plus aria-hidden />
      {t('pipelines.new')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('pages.pipelines')} description={t('pipelines.text')} back={<Link href="/settings">{t('pipelines.back')}</Link>} actions={add} />
      <div className="flex max-w-4xl flex-col gap-5">
        {isLoading && <FormSkeleton />}
        {making && <PipelineEditor pipeline={null} onMade={() => setMaking(false)} />}
        {!isLoading && live.length === 0 && !making && (
          <EmptyState icon={<Workflow />} title={t('board.noPipeline')} action={add}>
            {t('board.noPipelineText')}
          </EmptyState>
        )}
        {live.map((pipeline) => (
          <PipelineEditor key={`${pipeline.id}-${pipeline.version}`} pipeline={pipeline} />
        ))}
        <LostReasons />
      </div>
    </Page>
  );
}
