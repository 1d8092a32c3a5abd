'use client';
import { useRouter } from 'next/navigation';
import { LayoutTemplate } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Card, EmptyState, ErrorState, Link, Skeleton, toast, useApiMutation, useCan, type ApiProblem } from '@loctelli/core/web';
import type { StrategyTemplate } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';

interface Props {
  list: { data?: { items: StrategyTemplate[] } | undefined; error: ApiProblem | null; refetch: () => unknown };
}

/** What the agency offers: each can be taken as a strategy of one's own. */
export function Templates({ list }: Props) {
  const t = useTranslations('strategies.list');
  if (list.error && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data)
    return (
      <div aria-busy className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {[0, 1, 2].map((index) => (
          <Skeleton key={index} className="h-40 rounded-lg" />
        ))}
      </div>
    );
  if (list.data.items.length === 0)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={<LayoutTemplate />} title={t('noTemplatesTitle')}>
          {t('noTemplatesText')}
        </EmptyState>
      </div>
    );
  return (
    <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {list.data.items.map((template) => (
        <li key={template.templateId}>
          <Template template={template} />
        </li>
      ))}
    </ul>
  );
}

function Template({ template }: { template: StrategyTemplate }) {
  const t = useTranslations('strategies.list');
  const router = useRouter();
  const mayCreate = useCan('strategies.create') !== null;
  const take = useApiMutation(() => strategies.applyTemplate(template.templateId), {
    invalidate: [keys.list, keys.templates],
    onSuccess: (made) => {
      toast.success(t('made', { name: made.name }));
      router.push(`/strategies/${made.id}`);
    },
  });
  const questions = template.definition.script.questions.length;
  return (
    <Card
      className="h-full"
      title={template.name}
      description={t('templateFrom', { agency: template.agency, number: template.version })}
      footer={
        <>
          {template.usedAs !== null && (
            <Link href={`/strategies/${template.usedAs}`} className="me-auto text-sm text-accent-text hover:underline">
              {t('openUsed')}
            </Link>
          )}
          {mayCreate && (
            <Button size="sm" variant={template.usedAs === null ? 'primary' : 'secondary'} busy={take.isPending} aria-label={t('applyOf', { name: template.name })} onClick={() => take.mutate()}>
              {t('applyTemplate')}
            </Button>
          )}
        </>
      }
    >
      {template.description && <p className="mb-3 line-clamp-3 text-muted">{template.description}</p>}
      <p className="flex flex-wrap gap-1.5">
        {template.tag && <Badge>{template.tag}</Badge>}
        {template.industry && <Badge>{template.industry}</Badge>}
        <Badge>{t('stepCount', { count: template.stepCount })}</Badge>
        <Badge>{t('questionCount', { count: questions })}</Badge>
      </p>
    </Card>
  );
}
