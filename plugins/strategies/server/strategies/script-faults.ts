import type { DraftFault, Script } from '../../contract.ts';
import { isSound } from '../texts/fill-in.ts';
import { duplicates, type Judging } from './judging.ts';
import { operationFault } from './rule-faults.ts';

/** What is wrong with what people are to say. */
export function scriptFaults(script: Script, judging: Judging): DraftFault[] {
  const { questions, disqualifications, objections, booking } = script;
  const faults: DraftFault[] = [];
  const add = (path: string, code: DraftFault['code']) => faults.push({ path: `script.${path}`, code });
  const demandSound = (path: string, text: string) => void (isSound(text, judging.variables) || add(path, 'wrong-template'));

  demandSound('opening', script.opening);
  faults.push(...duplicates('script.questions', questions, 'key'));
  for (const [index, { kind, options, writesTo }] of questions.entries()) {
    if ((kind === 'select' || kind === 'multiselect') && !options.length) add(`questions.${index}.options`, 'no-options');
    if (writesTo?.startsWith('custom:') && !judging.fields.has(writesTo.slice(7))) add(`questions.${index}.writesTo`, 'unknown-field');
  }
  faults.push(...duplicates('script.disqualifications', disqualifications, 'key'));
  for (const [index, { when, goodbye }] of disqualifications.entries()) {
    for (const [at, { question, ...operation }] of when.entries()) {
      const kind = questions.find(({ key }) => key === question)?.kind;
      const fault = kind === undefined ? 'unknown-question' : operationFault(operation, kind);
      if (fault) add(`disqualifications.${index}.when.${at}`, fault);
    }
    demandSound(`disqualifications.${index}.goodbye`, goodbye);
  }
  faults.push(...duplicates('script.objections', objections, 'key'));
  for (const [index, { answer }] of objections.entries()) {
    if (!answer) add(`objections.${index}.answer`, 'text-missing');
    demandSound(`objections.${index}.answer`, answer);
  }
  demandSound('closing', script.closing);
  if (booking.eventTypeId !== null && !judging.eventTypes.has(booking.eventTypeId)) add('booking.eventTypeId', 'unknown-event-type');
  return faults;
}
