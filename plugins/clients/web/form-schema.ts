type Values = Record<string, unknown>;
interface Schema {
  '~standard': { validate: (values: Values) => unknown };
}

/**
 * The contract's schema for a form, loaded when the form is first judged. Own fields that nobody filled in are absent, as they are in the
 * JSON that is sent.
 */
export const formSchema = (name: 'clientCreate' | 'clientUpdate') => async () => {
  const schema = (await import('../contract.ts'))[name] as unknown as Schema;
  const validate = (values: Values) => schema['~standard'].validate(filled(values));
  return { '~standard': { version: 1, vendor: 'clients', validate } };
};

/** Values without own fields that are undefined. */
export function filled<V extends Values>(values: V): V {
  const own = Object.entries((values.customFields as Values | undefined) ?? {}).filter(([, value]) => value !== undefined);
  return { ...values, customFields: Object.fromEntries(own) };
}
