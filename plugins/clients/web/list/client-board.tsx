'use client';
import { useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Board, BoardSkeleton, ErrorState, useApiQuery, useCan, useFormats, type BoardColumn } from '@loctelli/core/web';
import type { Client, ClientBoard as Answer, ClientFilterInput, Pipeline, Stage } from '../../contract.ts';
import { clients } from '../api.ts';
import { isStuck } from '../use-set-up.ts';
import { useMoveClient } from '../use-move-client.tsx';
import { placed } from './place-card.ts';
import { StageMark, StageSum } from './stage-sum.tsx';
import { TagList } from './cells.tsx';

interface Props {
  pipeline: Pipeline;
  filter: ClientFilterInput;
}

/** A pipeline's clients by stage. Moving a card is shown at once, may ask why, and can be taken back. */
export function ClientBoard({ pipeline, filter }: Props) {
  const t = useTranslations('clients');
  const queries = useQueryClient();
  const mayMove = useCan('clients.update') !== null;
  const query = useMemo(() => ({ ...filter, pipelineId: pipeline.id }), [filter, pipeline.id]);
  const key = useMemo(() => ['clients', 'board', query], [query]);
  const { data, error, refetch, isPlaceholderData } = useApiQuery(key, () => clients.getBoard(query), { keep: true });
  const [loading, setLoading] = useState<ReadonlySet<number>>(new Set());
  const { move, dialog } = useMoveClient({
    onStart: ({ client, stageId }) => queries.setQueryData<Answer>(key, (board) => board && placed(board, client.id, stageId)),
  });

  const more = async (stageId: number, cursor: string) => {
    setLoading((before) => new Set(before).add(stageId));
    try {
      const page = await clients.getClients({ ...filter, stageId, sort: 'stageSince', direction: 'desc', cursor });
      queries.setQueryData<Answer>(key, (board) => board && withMore(board, stageId, cursor, page.items, page.nextCursor));
    } finally {
      setLoading((before) => new Set([...before].filter((id) => id !== stageId)));
    }
  };

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <BoardSkeleton columns={pipeline.stages.length} />;
  const columns = pipeline.stages.map((stage): BoardColumn<Client> => {
    const column = data.columns.find(({ stageId }) => stageId === stage.id);
    return {
      id: String(stage.id),
      title: stage.name,
      count: column?.count ?? 0,
      mark: <StageMark kind={stage.kind} />,
      sum: column && <StageSum stage={stage} column={column} />,
      cards: column?.items ?? [],
      hasMore: Boolean(column?.nextCursor),
      loading: loading.has(stage.id),
      ...(column?.nextCursor && !loading.has(stage.id) && { onMore: () => void more(stage.id, column.nextCursor!) }),
      empty: t('board.emptyStage'),
    };
  });
  const stages = new Map(pipeline.stages.map((stage) => [stage.id, stage]));
  return (
    <>
      <Board
        label={t('board.label', { pipeline: pipeline.name })}
        columns={columns}
        cardId={({ id }) => String(id)}
        cardLabel={({ name }) => name}
        cardHref={({ id }) => `/clients/${id}`}
        card={(client) => <Card client={client} stage={stages.get(client.stageId ?? 0)} />}
        canMove={() => mayMove}
        onMove={({ card, to }) => move(card, Number(to))}
        refreshing={isPlaceholderData}
      />
      {dialog}
    </>
  );
}

function Card({ client: { name, company, value, currency, ownerName, stageSince, tags }, stage }: { client: Client; stage: Stage | undefined }) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const stuck = isStuck(stage, stageSince);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="truncate pe-6 font-medium">{name}</p>
      {company && <p className="truncate text-sm text-muted">{company}</p>}
      {tags.length > 0 && <TagList tags={tags} />}
      <p className="flex items-center gap-2 text-sm">
        {value !== null && <span className="font-medium tabular-nums">{formats.money(value, currency ?? 'USD')}</span>}
        <span className="ms-auto flex items-center gap-1.5">
          {stageSince && (
            <span className={stuck ? 'flex items-center gap-1 text-warning-text' : 'text-subtle'} title={stuck ? t('pipeline.stuck', { days: stage!.stuckAfterDays! }) : t('pipeline.since', { date: formats.date(stageSince) })}>
              {stuck && <Hourglass aria-hidden className="size-3.5" />}
              {t('pipeline.days', { days: Math.max(0, Math.floor((Date.now() - Date.parse(stageSince)) / 86_400_000)) })}
            </span>
          )}
          {ownerName && <Avatar name={ownerName} size="sm" />}
        </span>
      </p>
    </div>
  );
}

function withMore(board: Answer, stageId: number, cursor: string, items: Client[], nextCursor: string | null): Answer {
  const columns = board.columns.map((column) => {
    if (column.stageId !== stageId || column.nextCursor !== cursor) return column;
    const known = new Set(column.items.map(({ id }) => id));
    return { ...column, items: [...column.items, ...items.filter(({ id }) => !known.has(id))], nextCursor };
  });
  return { ...board, columns };
}
