'use client';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '@loctelli/core';
import { Button, Form, FormField, FormSummary, isProblem, SubmitButton, useEmbedded } from '@loctelli/core/web';
import type { PublicBookInput, PublicBooking, PublicEventType } from '../../../contract.ts';
import { bookings } from '../../api.ts';
import { aliasesOf, answersOf, asksLocation, type FormValues } from './answers.ts';
import { QuestionField } from './question-field.tsx';

const loadRules = () => import('./rules.ts');
/** The time is gone; what was typed can go with another one. */
const lostTime = ['bookings.taken', 'bookings.not-offered'];

export interface BookingFormProps {
  type: PublicEventType;
  choice: { start: string; length: number; seats: number; zone: string };
  onBack: () => void;
  onBooked: (booking: PublicBooking) => void;
  /** The chosen time cannot be had any more. */
  onTaken: (start: string) => void;
}

/** Who books, and the answers to what the event type asks. */
export default function BookingForm({ type, choice, onBack, onBooked, onTaken }: BookingFormProps) {
  const t = useTranslations('bookings.public.form');
  const ui = useTranslations('core.ui');
  const locale = useLocale() as Locale;
  const embedded = useEmbedded();
  const keyOf = useAttempt();
  const params = useSearchParams();
  const given = (name: string) => params.get(name)?.slice(0, 200) ?? '';
  useEffect(() => void loadRules().catch(() => undefined), []);

  const send = async (values: FormValues) => {
    const { name, email, phone, location } = values;
    const body: PublicBookInput = { ...choice, name, email, phone: phone || undefined, location: location || undefined, answers: answersOf(type.questions, values), locale, embedded };
    const attempt = keyOf(body);
    try {
      onBooked(await bookings.book(type.slug, body, attempt.key));
    } catch (error) {
      if (isProblem(error) && error.status >= 400 && error.status < 500) attempt.end();
      if (!isProblem(error) || !lostTime.includes(error.code)) throw error;
      onTaken(choice.start);
    }
  };
  const phoneNeeded = type.locationKind === 'phone';
  return (
    <Form<FormValues>
      schema={async () => (await loadRules()).formRules(type) as never}
      defaults={{ name: given('name'), email: given('email'), phone: given('phone') } as never}
      aliases={aliasesOf(type.questions) as never}
      onSubmit={send}
      className="max-w-lg"
    >
      <FormSummary />
      <FormField name="name" label={t('name')} autoComplete="name" />
      <FormField name="email" label={t('email')} type="email" autoComplete="email" hint={t('emailHint')} />
      <FormField name="phone" label={t('phone')} type="tel" autoComplete="tel" optional={phoneNeeded ? undefined : ui('optional')} hint={phoneNeeded ? t('phoneHint') : undefined} />
      {asksLocation(type) && <FormField name="location" label={t(type.locationKind === 'guest-address' ? 'address' : 'place')} autoComplete={type.locationKind === 'guest-address' ? 'street-address' : undefined} />}
      {type.questions.map((question) => (
        <QuestionField key={question.key} question={question} />
      ))}
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <SubmitButton className="max-sm:flex-1">{t(type.needsConfirmation ? 'ask' : 'book')}</SubmitButton>
        <Button variant="ghost" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </Form>
  );
}

/** One key for one booking: sent again after a lost answer it is the same, for other values or after a refusal it is another. */
function useAttempt() {
  const last = useRef({ body: '', key: '' });
  return (body: object) => {
    const text = JSON.stringify(body);
    if (last.current.body !== text) last.current = { body: text, key: crypto.randomUUID() };
    return { key: last.current.key, end: () => void (last.current = { body: '', key: '' }) };
  };
}
