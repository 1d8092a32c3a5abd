import { plainText, wordsOf } from './plain-text.ts';
import { saysWhen } from './time-words.ts';

/** A time that may be offered, as the model and as the client read it. */
export interface OfferedSlot {
  start: string;
  text: string;
}
export type GuardVerdict = 'refused' | 'prohibited';

interface Rules {
  /** `[[slot:1]]` stands for the first. */
  slots: readonly OfferedSlot[];
  /** What must never be said; of a sentence such as `Never say "guaranteed"`, what stands in quotes. */
  prohibited: readonly string[];
}

const longest = 6_000;
const token = /\[\[\s*slot\s*:\s*(\d{1,3})\s*\]\]/giu;
/** A sentence ends where what follows is known to be something else: `3.30` has no end within it. */
const sentenceEnd = /[.!?؟。…]["'”’»)\]]*\s|\n/gu;

/**
 * Lets a text through that comes in pieces cut anywhere: sentence by sentence, each as soon as it is whole and harmless. A token of a slot becomes
 * its time; a token that names none, a time in other words, or a prohibited phrase ends it. What is let through does not depend on the cuts.
 */
export class TextGuard {
  readonly #prohibited: string[];
  #waiting = '';
  /** All sentences so far, tokens as they came: a phrase may stretch over two. */
  #seen = '';
  #text = '';
  #verdict: GuardVerdict | null = null;
  readonly #used = new Map<string, OfferedSlot>();

  constructor(private readonly rules: Rules) {
    this.#prohibited = rules.prohibited.flatMap(phrasesOf).map(wordsOf).filter((words) => words.trim() !== '');
  }

  /** What was let through so far. */
  get text(): string {
    return this.#text.trim();
  }
  get verdict(): GuardVerdict | null {
    return this.#verdict;
  }
  /** The slots it names. */
  get slots(): OfferedSlot[] {
    return [...this.#used.values()];
  }

  /** Takes the next piece. @returns what may be shown now */
  push(piece: string): string {
    if (this.#verdict) return '';
    this.#waiting += piece;
    let passed = '';
    for (let end = this.#nextEnd(); end > 0 && !this.#verdict; end = this.#nextEnd()) {
      const sentence = this.#waiting.slice(0, end);
      this.#waiting = this.#waiting.slice(end);
      passed += this.#judge(sentence);
    }
    if (!this.#verdict && this.#seen.length + this.#waiting.length > longest) this.#verdict = 'refused';
    return passed;
  }

  /** There is no more. @param whole false leaves out a sentence that was cut off */
  end(whole = true): string {
    if (this.#verdict || !whole) return '';
    const last = this.#waiting;
    this.#waiting = '';
    return this.#judge(last);
  }

  #nextEnd(): number {
    sentenceEnd.lastIndex = 0;
    const found = sentenceEnd.exec(this.#waiting);
    return found ? found.index + found[0].length : 0;
  }

  #judge(sentence: string): string {
    this.#seen += sentence;
    const open = this.#seen.replace(token, ' ▮ ');
    const words = wordsOf(open);
    const named = [...sentence.matchAll(token)].map(([, at]) => this.rules.slots[Number(at) - 1]);
    if (named.some((slot) => !slot) || /\[\[|\]\]/.test(plainText(open)) || saysWhen(open) || this.#seen.length > longest) this.#verdict = 'refused';
    else if (this.#prohibited.some((phrase) => words.includes(phrase))) this.#verdict = 'prohibited';
    if (this.#verdict) return '';
    for (const slot of named) this.#used.set(slot!.start, slot!);
    const passed = sentence.replace(token, (_whole, at: string) => this.rules.slots[Number(at) - 1]!.text);
    this.#text += passed;
    return passed;
  }
}

function phrasesOf(rule: string): string[] {
  const quoted = [...rule.matchAll(/["“«„]([^"”»“]+)["”»“]/gu)].map(([, phrase]) => phrase!);
  return quoted.length ? quoted : [rule];
}
