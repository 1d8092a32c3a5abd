'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { CircleHelp, Code, ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, buttonClass, Card, CopyButton, Form, FormSummary, isProblem, Page, PageHeader, SubmitButton, Switch, toast, useInvalidate } from '@loctelli/core/web';
import { useQueryClient } from '@tanstack/react-query';
import type { EventType } from '../../contract.ts';
import { bookings } from '../api.ts';
import { WhyDialog } from '../slots/why-dialog.tsx';
import { keys } from '../use-set-up.ts';
import { Basics } from './basics.tsx';
import { EmbedDialog } from './embed-dialog.tsx';
import { bodyOf, formRules, sameRules, valuesOf, type FormValues } from './form-values.ts';
import { GuestRules, QuestionRules } from './guest-rules.tsx';
import { HostRules, TimeRules } from './rules.tsx';
import { useEventTypeActions } from './use-event-type-actions.tsx';

interface Props {
  back: ReactNode;
  /** Null for one that is being made. */
  known: EventType | null;
  values: FormValues;
}

/** Everything an event type is, on one page; its link and switch beside it. */
export function EventTypeEditor({ back, known, values }: Props) {
  const t = useTranslations('bookings');
  const router = useRouter();
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const version = useRef(known?.version ?? 0);
  const base = useRef(values);
  const [overtaken, setOvertaken] = useState<EventType | null>(null);
  // Only switched on or off beside the form: that is no change anybody could overwrite here.
  useEffect(() => {
    if (known && sameRules(valuesOf(known), base.current)) version.current = known.version;
  }, [known]);

  const keep = (type: EventType) => {
    version.current = type.version;
    base.current = valuesOf(type);
    queries.setQueryData([...keys.eventTypes, type.id], type);
    invalidate(keys.eventTypes, ['bookings', 'slots']);
  };
  const save = async (form: FormValues) => {
    if (!known) {
      const made = await bookings.createEventType(bodyOf(form));
      keep(made);
      toast.success(t('editor.made', { title: made.title }));
      return router.push('/bookings/event-types');
    }
    try {
      // Its switch stands beside the form and works by itself.
      keep(await bookings.updateEventType(known.id, { ...bodyOf(form), version: version.current, active: undefined }));
      setOvertaken(null);
      toast.success(t('editor.saved'));
    } catch (error) {
      if (!isProblem(error, 'core.version-conflict')) throw error;
      setOvertaken(await bookings.getEventType(known.id));
    }
  };
  return (
    <Page>
      <PageHeader title={known?.title ?? t('editor.new')} back={back} count={known && !known.active ? <Badge>{t('eventTypes.off')}</Badge> : undefined} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-5 lg:grid-cols-[minmax(0,72ch)_18rem]">
        <Form<FormValues> schema={formRules as never} defaults={values as never} onSubmit={save} className="gap-5">
          <FormSummary />
          <Basics slugFixed={known !== null} />
          <HostRules />
          <TimeRules />
          <GuestRules />
          <QuestionRules />
          {overtaken && <Overtaken onMine={() => (version.current = overtaken.version)} onTheirs={() => (keep(overtaken), router.refresh(), location.reload())} />}
          <div className="sticky bottom-0 z-5 -mx-4 flex justify-end gap-2 border-t bg-canvas px-4 py-3">
            <Button onClick={() => router.push('/bookings/event-types')}>{t('words.cancel')}</Button>
            <SubmitButton>{t(known ? 'editor.save' : 'editor.create')}</SubmitButton>
          </div>
        </Form>
        {known && <Aside type={known} />}
      </div>
    </Page>
  );
}

function Overtaken({ onMine, onTheirs }: { onMine: () => void; onTheirs: () => void }) {
  const t = useTranslations('bookings.editor');
  return (
    <div role="alert" className="rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
      <p>{t('overtaken')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" type="submit" onClick={onMine}>{t('keepMine')}</Button>
        <Button size="sm" onClick={onTheirs}>{t('takeTheirs')}</Button>
      </div>
    </div>
  );
}

function Aside({ type }: { type: EventType }) {
  const t = useTranslations('bookings');
  const { toggle, dialog } = useEventTypeActions();
  const [panel, setPanel] = useState<'why' | 'embed' | null>(null);
  return (
    <Card title={t('editor.link')} className="lg:sticky lg:top-6 max-lg:row-start-1">
      <div className="flex flex-col gap-3">
        <Switch checked={type.active} onChange={() => toggle(type)} label={t('editor.active')} hint={t('editor.activeHint')} />
        <div className="flex items-center gap-1.5">
          <bdi dir="ltr" className="min-w-0 flex-1 truncate rounded-md bg-sunken px-3 py-2 text-sm">
            {type.url.replace(/^https?:\/\//, '')}
          </bdi>
          <CopyButton text={type.url} label={t('eventTypes.copyLink')} />
        </div>
        <div className="flex flex-wrap gap-2">
          <a href={type.url} target="_blank" rel="noreferrer" className={buttonClass('secondary', 'sm')}>
            <ExternalLink aria-hidden />
            {t('eventTypes.open')}
          </a>
          <Button size="sm" onClick={() => setPanel('embed')}>
            <Code aria-hidden />
            {t('embedding.action')}
          </Button>
          <Button size="sm" onClick={() => setPanel('why')}>
            <CircleHelp aria-hidden />
            {t('explain.action')}
          </Button>
        </div>
      </div>
      {dialog}
      {panel === 'why' && <WhyDialog eventTypeId={type.id} onClose={() => setPanel(null)} />}
      {panel === 'embed' && <EmbedDialog slug={type.slug} onClose={() => setPanel(null)} />}
    </Card>
  );
}
