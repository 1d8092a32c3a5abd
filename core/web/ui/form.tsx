'use client';
import { createContext, useContext, useRef, type ReactElement, type ReactNode } from 'react';
import { Controller, FormProvider, useForm, useFormContext, useWatch, type DefaultValues, type FieldValues, type Path, type ResolverResult, type UseFormReturn } from 'react-hook-form';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { StandardSchema } from '../i18n/issue-text.ts';
import { useIssueText } from '../i18n/issue-text.ts';
import { useProblemText } from '../i18n/problem-text.ts';
import { isProblem } from '../api-client/problem.ts';
import { Button, type ButtonProps } from './button.tsx';
import { cn } from './cn.ts';
import { Field, type FieldProps } from './field.tsx';
import { Input } from './input.tsx';

const Labels = createContext<React.RefObject<Map<string, string>> | null>(null);

export interface FormProps<V extends FieldValues> {
  /** zod schema (any Standard Schema), or how to load one: sign-in pages load theirs when it is first needed. */
  schema?: StandardSchema | (() => Promise<StandardSchema>);
  defaults: DefaultValues<V>;
  /** Sends the values. A thrown ApiProblem is shown: its `errors` at their fields, the rest above the buttons. */
  onSubmit: (values: V, form: UseFormReturn<V>) => unknown;
  /** Fields that a server names differently: server path → field name. */
  aliases?: Record<string, Path<V>>;
  className?: string;
  children: ReactNode | ((form: UseFormReturn<V>) => ReactNode);
}

/** A form that keeps what was typed, checks it with a schema and shows the server's answer where it belongs. */
export function Form<V extends FieldValues>({ schema, defaults, onSubmit, aliases, className, children }: FormProps<V>) {
  const describeIssue = useIssueText();
  const describeProblem = useProblemText();
  const labels = useRef(new Map<string, string>());

  const resolver = async (values: V): Promise<ResolverResult<V>> => {
    const rules = typeof schema === 'function' ? await schema() : schema;
    if (!rules) return { values, errors: {} };
    const result = await rules['~standard'].validate(cleaned(values));
    if (!result.issues) return { values: values, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of result.issues) {
      const path = issue.path?.map((part) => (typeof part === 'object' ? part.key : part)).join('.') || 'root';
      errors[path] ??= { type: 'schema', message: describeIssue(issue) };
    }
    return { values: {}, errors: errors as never };
  };
  const form = useForm<V>({ defaultValues: defaults, resolver, mode: 'onTouched', reValidateMode: 'onChange' });

  const submit = form.handleSubmit(async (values) => {
    form.clearErrors('root');
    try {
      await onSubmit(cleaned(values) as V, form);
    } catch (error) {
      const known = isProblem(error) ? (error.document.errors ?? []) : [];
      let first = true;
      for (const entry of known) {
        const name = (aliases?.[entry.path] ?? entry.path) as Path<V>;
        if (!labels.current.has(name)) continue;
        form.setError(name, { type: entry.code, message: describeIssue(entry) }, { shouldFocus: first });
        first = false;
      }
      // react-hook-form keeps no field for our request id; `types` is where it lets one travel.
      form.setError('root', { type: 'server', message: describeProblem(error), types: { requestId: (isProblem(error) && error.status >= 500 && error.requestId) || '' } });
    }
  });
  return (
    <FormProvider {...form}>
      <Labels.Provider value={labels}>
        <form noValidate onSubmit={(event) => (event.stopPropagation(), void submit(event))} className={cn('flex flex-col gap-4', className)}>
          {typeof children === 'function' ? children(form) : children}
        </form>
      </Labels.Provider>
    </FormProvider>
  );
}

/** Empty text means "nothing was entered": optional fields are left out rather than sent as ''. */
function cleaned<V extends FieldValues>(values: V): V {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '' ? undefined : value])) as V;
}

export interface FormFieldProps extends Omit<FieldProps, 'error' | 'children' | 'label'> {
  name: string;
  label: string;
  /** The control: an element that takes `value` and `onChange`, such as `<Select …/>`; a text field without it. */
  children?: ReactElement<Record<string, unknown>> | ((field: { value: unknown; onChange: (value: unknown) => void; onBlur: () => void }) => ReactNode);
  type?: string;
  autoComplete?: string;
  placeholder?: string;
  autoFocus?: boolean;
}

/** A labelled control of a `Form`. */
export function FormField({ name, label, children, type, autoComplete, placeholder, autoFocus, ...rest }: FormFieldProps) {
  const { control } = useFormContext();
  useContext(Labels)?.current.set(name, label);
  const plain = { type, autoComplete, placeholder, autoFocus };
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Field {...rest} name={name} label={label} error={fieldState.error?.message}>
          {typeof children === 'function' ? children(field) : bind(children ?? <Input />, { ...defined(plain), ...field, value: field.value ?? '' })}
        </Field>
      )}
    />
  );
}

const defined = (props: object) => Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));

function bind(control: ReactElement<Record<string, unknown>>, props: Record<string, unknown>) {
  const Control = control.type as React.ElementType;
  return <Control {...props} {...control.props} />;
}

/** What keeps the form from going through; after a failed try it names the fields too. */
export function FormSummary() {
  const t = useTranslations('core.ui');
  const { formState } = useFormContext();
  const labels = useContext(Labels);
  const { setFocus } = useFormContext();
  const root = formState.errors.root;
  const wrong = Object.keys(formState.errors).filter((name) => name !== 'root' && labels?.current.has(name));
  if (formState.submitCount === 0 || (!root && wrong.length < 2)) return null;
  const requestId = (root?.types as { requestId?: string } | undefined)?.requestId;
  return (
    <div role="alert" className="flex gap-2.5 rounded-md bg-danger-soft px-3.5 py-2.5 text-danger-text">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p>{root?.message ?? t('formSummary', { count: wrong.length })}</p>
        {wrong.length > 1 && (
          <ul className="mt-1 flex flex-wrap gap-x-3">
            {wrong.map((name) => (
              <li key={name}>
                <button type="button" className="underline underline-offset-2" onClick={() => setFocus(name)}>
                  {labels?.current.get(name)}
                </button>
              </li>
            ))}
          </ul>
        )}
        {requestId && (
          <p className="mt-1 text-xs">
            {t('requestId')} <code className="font-mono">{requestId}</code>
          </p>
        )}
      </div>
    </div>
  );
}

/** Submit button that knows the form is on its way. */
export function SubmitButton({ children, variant = 'primary', disabled, ...props }: ButtonProps) {
  const { formState } = useFormContext();
  return (
    <Button {...props} type="submit" variant={variant} busy={formState.isSubmitting} disabled={disabled}>
      {children}
    </Button>
  );
}

/** What some fields of the form hold now; the caller is drawn anew as they change. */
export function useFormValues(names: readonly string[]): unknown[] {
  return useWatch({ name: names as string[] });
}
