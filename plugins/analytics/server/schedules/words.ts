import type { Locale } from '@loctelli/core';

interface Words {
  subject: string;
  heading: string;
  range: string;
  was: string;
  button: string;
  note: string;
  nothing: string;
  goal: Record<'reached' | 'onTrack' | 'behind' | 'missed', string>;
  none: string;
}

/** Words of the mails; what is between braces is filled in. */
export const reportWords: Record<Locale, Words> = {
  en: {
    subject: '{name}: {range}',
    heading: '{name}',
    range: '{range}, time zone {zone}',
    was: 'before: {value}',
    button: 'Open the dashboard',
    note: 'These are the numbers that you may see. All figures are attached as a table. Whoever made this report can take you off it.',
    nothing: 'There are no numbers on this dashboard that you may see.',
    goal: { reached: 'reached', onTrack: 'on track', behind: 'behind', missed: 'missed' },
    none: 'None',
  },
  es: {
    subject: '{name}: {range}',
    heading: '{name}',
    range: '{range}, zona horaria {zone}',
    was: 'antes: {value}',
    button: 'Abrir el panel',
    note: 'Estos son los números que usted puede ver. Todas las cifras van adjuntas en una tabla. Quien hizo este informe puede quitarle de la lista.',
    nothing: 'En este panel no hay números que usted pueda ver.',
    goal: { reached: 'alcanzado', onTrack: 'en camino', behind: 'con retraso', missed: 'no alcanzado' },
    none: 'Ninguno',
  },
  ar: {
    subject: '{name}: {range}',
    heading: '{name}',
    range: '{range}، المنطقة الزمنية {zone}',
    was: 'سابقًا: {value}',
    button: 'فتح لوحة المعلومات',
    note: 'هذه هي الأرقام التي يمكنك رؤيتها. جميع الأرقام مرفقة في جدول. يمكن لمن أعدّ هذا التقرير إزالتك منه.',
    nothing: 'لا توجد في هذه اللوحة أرقام يمكنك رؤيتها.',
    goal: { reached: 'تحقق', onTrack: 'على المسار', behind: 'متأخر', missed: 'لم يتحقق' },
    none: 'لا شيء',
  },
};

/** Fills `{name}`-like places. */
export const fill = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
