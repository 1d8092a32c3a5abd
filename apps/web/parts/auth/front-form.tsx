'use client';
import { createContext, useContext, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Eye, EyeOff, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isProblem } from '../../../../core/web/api-client/problem.ts';
import { useIssueText, type StandardSchema } from '../../../../core/web/i18n/issue-text.ts';
import { useProblemText } from '../../../../core/web/i18n/problem-text.ts';
import { buttonClass } from '../../../../core/web/ui/button-class.ts';
import { controlClass } from '../../../../core/web/ui/control-class.ts';
import { Spinner } from '../../../../core/web/ui/spinner.tsx';

type Values = Record<string, string>;
const Errors = createContext<Record<string, string>>({});

interface Props {
  /** Fetched when the form is first sent, so that the first page a visitor loads carries no validator. */
  schema?: () => Promise<StandardSchema>;
  onSubmit: (values: Values) => Promise<unknown>;
  action: string;
  children?: ReactNode;
}

/**
 * The form of the pages before sign-in: native fields that keep what was typed, and little script, because this is the first page
 * anybody loads. Signed-in pages use the kit's `Form`.
 */
export function FrontForm({ schema, onSubmit, action, children }: Props) {
  const describeIssue = useIssueText();
  const describeProblem = useProblemText();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const refuse = (found: Record<string, string>) => {
    setErrors(found);
    const fields = [...(form.current?.elements ?? [])] as HTMLInputElement[];
    fields.find(({ name }) => name in found)?.focus();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const values = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== '')) as Values;
    setBusy(true);
    setFailure('');
    try {
      const result = await (await schema?.())?.['~standard'].validate(values);
      if (result?.issues) return refuse(Object.fromEntries(result.issues.map((issue) => [String(issue.path?.[0] ?? ''), describeIssue(issue)]).reverse()));
      setErrors({});
      await onSubmit(values);
    } catch (error) {
      setFailure(describeProblem(error));
      const known = isProblem(error) ? (error.document.errors ?? []) : [];
      if (known.length > 0) refuse(Object.fromEntries(known.map((entry) => [entry.path, describeIssue(entry)])));
    } finally {
      setBusy(false);
    }
  };
  return (
    // `post`: a press before the script has loaded must not write the password into the address.
    <form ref={form} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <div role="alert" className="contents">
        {failure && (
          <p className="flex gap-2.5 rounded-md bg-danger-soft px-3.5 py-2.5 text-danger-text">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {failure}
          </p>
        )}
      </div>
      <Errors.Provider value={errors}>{children}</Errors.Provider>
      <button type="submit" aria-disabled={busy} aria-busy={busy} className={buttonClass('primary', 'md', 'mt-1 w-full')}>
        {busy && <Spinner />}
        {action}
      </button>
    </form>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  aside?: ReactNode;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  autoFocus?: boolean;
  value?: string;
  inputMode?: 'numeric';
  /** For codes: each letter as wide as the next, left to right in every language. */
  mono?: boolean;
}

export function FrontField({ name, label, hint, optional, aside, type = 'text', autoComplete, autoFocus, value, inputMode, mono }: FieldProps) {
  const t = useTranslations('core.ui');
  const id = useId();
  const error = useContext(Errors)[name];
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
          {optional && <span className="ms-1.5 font-normal text-subtle">{t('optional')}</span>}
        </label>
        {aside}
      </div>
      <div className="relative">
        <input
          id={id}
          name={name}
          type={secret && shown ? 'text' : type}
          autoComplete={autoComplete}
          autoFocus={autoFocus}
          inputMode={inputMode}
          dir={mono ? 'ltr' : undefined}
          defaultValue={value}
          autoCapitalize={type === 'text' && !mono ? undefined : 'none'}
          spellCheck={type === 'text' && !mono ? undefined : false}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          className={`${controlClass} h-control ps-3 ${secret ? 'pe-10' : 'pe-3'} ${mono ? 'font-mono tracking-widest' : ''}`}
        />
        {secret && (
          <button
            type="button"
            onClick={() => setShown(!shown)}
            aria-pressed={shown}
            aria-label={t('showPassword')}
            className="absolute end-1.5 top-1/2 grid size-7 -translate-y-1/2 place-items-center rounded-sm text-muted hover:bg-hover hover:text-fg [&_svg]:size-4"
          >
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </button>
        )}
      </div>
      {(error || hint) && (
        <p id={`${id}-note`} className={error ? 'text-sm text-danger-text' : 'text-sm text-muted'}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
