'use client';
import { Copy, Plus, Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, EmptyState, Menu } from '@loctelli/core/web';
import type { Step, StepKind } from '../../../contract.ts';
import { useAt } from '../draft-context.tsx';
import { Items, useOpen } from '../items.tsx';
import { idFor } from '../keys.ts';
import { Section } from '../section.tsx';
import { freshStep, KindIcon, stepKinds } from './kinds.tsx';
import { StepEditor } from './step-editor.tsx';
import { useStepText } from './use-step-text.ts';

const path = 'cadence.steps';
const most = 60;

/** What happens by itself, one after another. */
export function Steps() {
  const t = useTranslations('strategies.editor.steps');
  const { value: steps, set, readOnly } = useAt<Step[]>(path);
  const text = useStepText();
  const { open, onOpen } = useOpen();
  const add = (kind: StepKind) => {
    const id = idFor('s', steps.map((step) => step.id));
    set([...steps, freshStep(kind, id, { call: t('freshCall'), task: t('freshTask'), way: t('freshWay') })]);
    onOpen(id);
  };
  const copy = (step: Step, index: number) => {
    const id = idFor('s', steps.map((each) => each.id));
    set([...steps.slice(0, index + 1), { ...step, id, name: step.name && t('copyName', { name: step.name }) }, ...steps.slice(index + 1)]);
    onOpen(id);
  };
  const menu = !readOnly && steps.length < most && (
    <Menu
      align="start"
      groups={[{ items: stepKinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`), icon: <KindIcon kind={kind} />, onSelect: () => add(kind) })) }]}
      trigger={
        <Button className="self-start">
          <Plus aria-hidden />
          {t('add')}
        </Button>
      }
    />
  );
  return (
    <Section title={t('heading')} text={t('text')} path={path}>
      {steps.length === 0 && (
        <div className="rounded-lg border border-dashed">
          <EmptyState compact icon={<Route />} title={t('emptyTitle')} action={menu}>
            {t('emptyText')}
          </EmptyState>
        </div>
      )}
      <Items<Step>
        path={path}
        label={t('title')}
        idOf={({ id }) => id}
        titleOf={(step, index) => text.numbered(step, index)}
        iconOf={({ kind }) => <KindIcon kind={kind} />}
        asideOf={(step) => (
          <>
            {'variants' in step && step.variants.length > 1 && <Badge tone="info">{t('variantCount', { count: step.variants.length })}</Badge>}
            {(step.name || step.kind === 'call' || step.kind === 'task') && t(`kinds.${step.kind}`)}
          </>
        )}
        summaryOf={(step) => {
          const line = text.summary(step);
          return (
            line && (
              <div className="ps-6 pe-2">
                {/* In the text's own direction, so that it is cut at its end. */}
                <p dir="auto" className="truncate text-sm text-muted rtl:text-right">
                  {line}
                </p>
              </div>
            )
          );
        }}
        editor={(at, step) => <StepEditor path={at} step={step} />}
        open={open}
        onOpen={onOpen}
        actionsOf={(step, index) =>
          steps.length < most && (
            <Button variant="ghost" size="icon-sm" className="max-sm:hidden" aria-label={t('copyOf', { name: text.title(step) })} onClick={() => copy(step, index)}>
              <Copy aria-hidden />
            </Button>
          )
        }
      />
      {steps.length > 0 && menu}
    </Section>
  );
}
