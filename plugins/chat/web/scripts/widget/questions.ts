/** A question before the chat, as the tenant wrote it in one line of its settings. */
export interface Question {
  label: string;
  type: 'text' | 'number' | 'tel' | 'date' | 'choice';
  choices: string[];
  required: boolean;
}

const types: Record<string, Question['type']> = { number: 'number', phone: 'tel', date: 'date' };

/** Reads `How old is the roof? [number] *`: in brackets a type or the choices (`[Repair | New roof]`), with a star where an answer is needed. */
export function readQuestion(line: string): Question {
  const [, label = '', inside, star] = /^(.*?)\s*(?:\[([^\]]*)\])?\s*(\*?)\s*$/s.exec(line.trim())!;
  const type = types[inside?.trim().toLowerCase() ?? ''];
  const choices = type || !inside ? [] : inside.split('|').flatMap((choice) => choice.trim() || []);
  return { label: label || line.trim(), type: type ?? (choices.length > 0 ? 'choice' : 'text'), choices, required: star === '*' };
}
