'use client';
import { useTranslations } from 'next-intl';
import { tone } from '../../../contract.ts';
import { ChoiceAt, LineAt, LiquidAt, TextAt } from '../fields.tsx';
import { Section } from '../section.tsx';
import { BookingOffer } from './booking-offer.tsx';
import { Disqualifications } from './disqualifications.tsx';
import { Objections } from './objections.tsx';
import { Questions } from './questions.tsx';
import { Rules } from './rules.tsx';

/** What is said, and how: the half of a strategy that people follow. */
export function ScriptEditor() {
  const t = useTranslations('strategies.editor.script');
  return (
    <>
      <Section title={t('persona')} text={t('personaText')} path="script.persona">
        <div className="grid gap-4 sm:grid-cols-2">
          <LineAt path="script.persona.name" label={t('personaName')} placeholder={t('personaNamePlaceholder')} />
          <LineAt path="script.persona.role" label={t('personaRole')} placeholder={t('personaRolePlaceholder')} />
        </div>
        <ChoiceAt path="script.tone" label={t('tone')} options={tone.options.map((value) => ({ value, label: t(`tones.${value}`) }))} />
        <TextAt path="script.communicationStyle" label={t('style')} placeholder={t('stylePlaceholder')} rows={2} />
        <TextAt path="script.background" label={t('background')} hint={t('backgroundHint')} rows={4} />
      </Section>
      <Section title={t('opening')} path="script.opening">
        <LiquidAt path="script.opening" label={t('opening')} hideLabel placeholder={t('openingPlaceholder')} />
      </Section>
      <Questions />
      <Disqualifications />
      <Objections />
      <Section title={t('closing')} path="script.closing">
        <LiquidAt path="script.closing" label={t('closing')} hideLabel placeholder={t('closingPlaceholder')} />
      </Section>
      <BookingOffer />
      <Rules />
    </>
  );
}
