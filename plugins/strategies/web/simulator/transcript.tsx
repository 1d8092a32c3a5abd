'use client';
import { Clock, Flag, MessageCircleReply, Sparkles } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge, cn, useFormats } from '@loctelli/core/web';
import type { SimulatedEvent, SimulationResult, Strategy } from '../../contract.ts';
import { KindIcon } from '../editor/steps/kinds.tsx';
import { variantLetter } from '../editor/steps/variant-name.ts';
import { useStepText } from '../editor/steps/use-step-text.ts';
import { byDay } from './scenario-state.ts';
import { useEventWords } from './use-event-words.ts';

/** What would happen, day by day, in the client's own time. */
export function Transcript({ strategy, result }: { strategy: Strategy; result: SimulationResult }) {
  const t = useTranslations('strategies.simulator');
  const locale = useLocale();
  const dayOf = (at: string) => new Intl.DateTimeFormat(locale, { timeZone: result.zone, weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at));
  const failing = result.assertions.filter(({ holds }) => !holds).length;
  return (
    <>
      <header className="flex flex-wrap items-center gap-2 border-b px-5 py-3">
        <h2 className="font-semibold">{t('result')}</h2>
        <EndBadge result={result} />
        {result.assertions.length > 0 && <Badge tone={failing > 0 ? 'danger' : 'success'}>{failing > 0 ? t('someFail', { count: failing }) : t('allHold', { count: result.assertions.length })}</Badge>}
        <span className="ms-auto text-sm text-muted">{t('inZone', { zone: result.zone.replaceAll('_', ' ') })}</span>
      </header>
      {result.events.length === 0 && <p className="px-5 py-8 text-center text-muted">{t('nothingHappens')}</p>}
      <ol aria-label={t('result')} className="px-5 py-4">
        {byDay(result.events, dayOf).map(({ day, events }, index) => (
          <li key={`${day} ${index}`} className="pb-4 last:pb-0">
            <h3 className="mb-2 text-sm font-medium text-muted">{day}</h3>
            <ol>
              {events.map((event, at) => (
                <Line key={at} event={event} strategy={strategy} zone={result.zone} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}

function EndBadge({ result: { end } }: { result: SimulationResult }) {
  const t = useTranslations('strategies.simulator');
  const stops = useTranslations('strategies.stops');
  return <Badge tone={end.status === 'completed' ? 'accent' : end.status === 'stopped' ? 'neutral' : 'info'}>{end.reason ? t('endedBy', { reason: stops(end.reason) }) : t(`ends.${end.status}`)}</Badge>;
}

function Line({ event, strategy, zone }: { event: SimulatedEvent; strategy: Strategy; zone: string }) {
  const t = useTranslations('strategies.simulator');
  const formats = useFormats();
  const text = useStepText();
  const words = useEventWords(strategy, zone);
  const index = strategy.draft.cadence.steps.findIndex(({ id }) => id === event.stepId);
  const step = strategy.draft.cadence.steps[index];
  const isTheirs = event.what === 'happening';
  const isTurn = event.kind === 'condition' || event.kind === 'branch';
  const note = words.note(event);
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-1">
      <span aria-hidden className="absolute start-[13px] top-7 bottom-0 w-px bg-line group-last:hidden" />
      <span aria-hidden className={cn('grid size-7 shrink-0 place-items-center rounded-full border bg-surface text-muted [&_svg]:size-3.5', isTheirs && 'border-transparent bg-accent-soft text-on-accent-soft', event.what === 'delay' && 'border-dashed')}>
        <EventIcon event={event} />
      </span>
      <div className={cn('min-w-0 flex-1 pt-0.5', event.what === 'delay' && 'text-muted')}>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={cn(event.what !== 'delay' && 'font-medium')}>{event.what === 'step' && step ? text.numbered(step, index) : words.title(event)}</span>
          {event.variant && <Badge>{t('variant', { letter: variantLetter(event.variant) })}</Badge>}
          <time dateTime={event.at} className="text-sm text-muted">
            {formats.time(event.at, zone)}
          </time>
        </p>
        {note && <p className="text-sm text-muted">{note}</p>}
        {!isTurn && (event.subject || event.text) && (
          <div dir="auto" className={cn('mt-1 w-fit max-w-[60ch] rounded-md px-3 py-2 break-words whitespace-pre-wrap', isTheirs ? 'bg-accent-soft text-on-accent-soft' : 'bg-sunken')}>
            {event.subject && <p className="font-medium">{event.subject}</p>}
            {event.text}
          </div>
        )}
      </div>
    </li>
  );
}

function EventIcon({ event: { what, kind } }: { event: SimulatedEvent }) {
  if (what === 'step') return <KindIcon kind={kind} className="size-3.5" />;
  if (what === 'delay') return <Clock />;
  if (what === 'suggestion') return <Sparkles />;
  return what === 'end' ? <Flag /> : <MessageCircleReply />;
}
