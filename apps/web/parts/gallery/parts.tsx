'use client';
import { useState } from 'react';
import { Plus, Users } from 'lucide-react';
import {
  Accordion, Avatar, Badge, Button, Card, ConfirmDialog, CopyButton, Dialog, Disclosure, Drawer, EmptyState, ErrorState, Facts, Icon, Kbd, Keys, Link, Menu, NoMatch, NoPermission, PageHeader, Popover, Progress, Skeleton, Spinner, Stepper, Tabs, Timeline, toast, Tooltip,
} from '@loctelli/core/web';
import { people, stages, words } from './samples.ts';

const nothing = () => undefined;
const row = 'flex flex-wrap items-center gap-3';

export function Buttons() {
  return (
    <div className={row}>
      <Button variant="primary"><Plus aria-hidden />{words.primary}</Button>
      <Button>{words.cancel}</Button>
      <Button variant="ghost">{words.open}</Button>
      <Button variant="danger">{words.delete}</Button>
      <Button variant="primary" busy>{words.save}</Button>
      <Button disabled>{words.save}</Button>
      <CopyButton text={words.key} label={words.key} />
      <Link href="/" className="font-medium text-accent-text underline-offset-4 hover:underline">{words.open}</Link>
      <Tooltip text={words.description} keys={['g', 'c']}><Button size="icon" aria-label={words.primary}><Plus aria-hidden /></Button></Tooltip>
      <Kbd keys={['g', 'c']} />
      <Keys keys="g c" />
      <Spinner />
      <Icon name="users" className="size-4" />
    </div>
  );
}

export function Marks() {
  return (
    <div className="flex flex-col gap-4">
      <div className={row}>{(['neutral', 'accent', 'success', 'warning', 'danger', 'info'] as const).map((tone) => <Badge key={tone} tone={tone} dot>{tone}</Badge>)}{(['sm', 'md', 'lg'] as const).map((size) => <Avatar key={size} name="Dana Reyes" size={size} />)}</div>
      <Progress label={words.save} value={40} />
      <Progress label={words.open} value={null} />
      <Skeleton className="w-48" />
      <Stepper label={words.pipeline} steps={stages.map(({ value, label }) => ({ id: value, label }))} current="offer" onBack={nothing} />
      <Facts items={[{ label: words.phone, value: '+34 600 100 200' }, { label: words.company, value: people(1)[0]!.company }]} />
      <Timeline label={words.people} entries={people(2).map(({ id, name }) => ({ id: String(id), title: name, at: '2026-11-23T09:00:00Z', by: name }))} />
    </div>
  );
}

export function Floating() {
  const [asking, setAsking] = useState(false);
  return (
    <div className={row}>
      <Dialog trigger={<Button>{words.open}</Button>} title={words.primary} description={words.description} />
      <Drawer trigger={<Button>{words.people}</Button>} title={words.people} />
      <Button variant="danger" onClick={() => setAsking(true)}>{words.delete}</Button>
      <ConfirmDialog open={asking} onOpenChange={setAsking} title={words.delete} description={words.nothing} action={words.delete} danger onConfirm={() => setAsking(false)} />
      <Menu trigger={<Button>{words.status}</Button>} groups={[{ label: words.status, items: stages.map(({ value, label }) => ({ id: value, label, checked: value === 'won' })) }]} />
      <Popover title={words.hint} showTitle trigger={<Button>{words.hint}</Button>}>{words.description}</Popover>
      <Button onClick={() => toast.success(words.save, { undo: { label: words.cancel, run: nothing } })}>{words.save}</Button>
    </div>
  );
}

export function States() {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Card title={words.people} description={words.description} flush><EmptyState icon={<Users />} title={words.emptyTitle} action={<Button variant="primary">{words.primary}</Button>}>{words.emptyText}</EmptyState></Card>
      <Card><NoMatch onClear={nothing} /></Card>
      <Card><ErrorState error={new Error('sample')} onRetry={nothing} /></Card>
      <Card><NoPermission /></Card>
    </div>
  );
}

export function Frames() {
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={words.all} count={2140} description={words.description} actions={<Button variant="primary">{words.primary}</Button>} />
      <Tabs label={words.status} tabs={stages.map(({ value, label }, index) => ({ id: value, label, count: index * 4, content: label }))} />
      <Accordion items={people(2).map(({ id, company }) => ({ id: String(id), title: company, content: words.description }))} open={['1']} />
      <Disclosure title={words.hint}>{words.description}</Disclosure>
    </div>
  );
}
