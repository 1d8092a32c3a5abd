import { useState } from 'react';

interface Draft<T> {
  text: string;
  /** What is typed says nothing. */
  wrong: boolean;
  onChange: (event: { target: { value: string } }) => void;
  onBlur: () => void;
  onFocus: () => void;
  /** Takes what is typed now; false if it says nothing. */
  commit: () => boolean;
  set: (value: T) => void;
}

/**
 * A field whose text is more than its value: kept as typed while it has the focus, written in the language's own form once it is left.
 * @param parse null for empty, undefined for what cannot be read
 */
export function useDraft<T>(value: T | null, show: (value: T) => string, parse: (text: string) => T | null | undefined, onChange: (value: T | null) => void): Draft<T> {
  const [draft, setDraft] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const shown = value === null ? '' : show(value);
  const text = draft ?? shown;
  const read = draft === null ? value : parse(draft);
  const commit = () => {
    if (draft === null) return true;
    if (read === undefined) return false;
    setDraft(null);
    if (read !== value) onChange(read);
    return true;
  };
  return {
    text,
    wrong: draft !== null && !focused && read === undefined,
    onChange: ({ target }) => setDraft(target.value),
    onFocus: () => setFocused(true),
    onBlur: () => (setFocused(false), void commit()),
    commit,
    set: (next) => (setDraft(null), onChange(next)),
  };
}
