'use client';
import { Skeleton, type PageProps } from '@loctelli/core/web';
import { Editor } from './editor/editor.tsx';
import { StrategyPage } from './strategy-page.tsx';

/** The heart of it: what people say beside what happens by itself. */
export default function EditorPage({ params }: PageProps) {
  return (
    <StrategyPage params={params} skeleton={<EditorSkeleton />}>
      {(strategy) => <Editor key={strategy.id} strategy={strategy} />}
    </StrategyPage>
  );
}

const EditorSkeleton = () => (
  <div className="grid gap-6 lg:grid-cols-2">
    <Skeleton className="h-[32rem] rounded-lg" />
    <Skeleton className="h-[32rem] rounded-lg max-lg:hidden" />
  </div>
);
