'use client';
import { useTranslations } from 'next-intl';
import type { PluginCard, PluginSettings, SettingSchema } from '@loctelli/core';
import { Button, coreApi, ErrorState, Form, FormSkeleton, FormSummary, SubmitButton, toast, useApiMutation, useApiQuery, useInvalidate } from '@loctelli/core/web';
import { SettingField } from './setting-field.tsx';

type Values = Record<string, unknown>;

/** A plugin's settings, drawn from the schema in its manifest; the server judges them by the same schema. */
export function PluginForm({ plugin, onDone }: { plugin: PluginCard; onDone: () => void }) {
  const settings = useApiQuery(['plugin-settings', plugin.id], () => coreApi.plugins.getSettings(plugin.id));
  if (settings.error) return <ErrorState compact error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <FormSkeleton />;
  return <Drawn plugin={plugin} settings={settings.data} onDone={onDone} />;
}

function Drawn({ plugin, settings, onDone }: { plugin: PluginCard; settings: PluginSettings; onDone: () => void }) {
  const t = useTranslations('core.settings');
  const ui = useTranslations('core.ui');
  const invalidate = useInvalidate();
  const fields = Object.entries((settings.schema.properties ?? {}) as Record<string, SettingSchema>);
  const defaults = Object.fromEntries(fields.map(([name, schema]) => [name, shown(schema, settings.values[name])]));
  const reset = useApiMutation((name: string) => coreApi.plugins.updateSettings(plugin.id, { [name]: null }), {
    invalidate: [['plugin-settings', plugin.id]],
  });
  return (
    <Form<Values>
      // A setting that went back to its standard begins anew with it.
      key={JSON.stringify([settings.values, settings.secrets])}
      className="mt-4"
      defaults={defaults}
      aliases={Object.fromEntries(fields.map(([name]) => [`values.${name}`, name]))}
      onSubmit={async (given) => {
        const values = Object.fromEntries(fields.flatMap(([name, schema]) => changeOf(schema, given[name], defaults[name]).map((value) => [name, value])));
        await coreApi.plugins.updateSettings(plugin.id, values);
        invalidate(['plugin-settings', plugin.id]);
        toast.success(t('pluginSaved'));
        onDone();
      }}
    >
      {fields.map(([name, schema]) => (
        <SettingField key={name} pluginId={plugin.id} name={name} schema={schema} settings={settings} onReset={() => reset.mutate(name)} />
      ))}
      <FormSummary />
      <div className="flex gap-2">
        <SubmitButton>{ui('save')}</SubmitButton>
        <Button onClick={onDone}>{ui('cancel')}</Button>
      </div>
    </Form>
  );
}

/** A value as its field holds it: numbers as they are typed, a list with one entry on each line. */
function shown(schema: SettingSchema, value: unknown): unknown {
  if (schema.type === 'boolean') return value === true;
  if (schema.type === 'array') return Array.isArray(value) ? value.join('\n') : '';
  return value === undefined || value === null ? '' : String(value);
}

/** What to send of a field: nothing when it is as it was, null when it was emptied. */
function changeOf(schema: SettingSchema, given: unknown, before: unknown): unknown[] {
  const now = given ?? (schema.type === 'boolean' ? false : '');
  if (now === before) return [];
  if (now === '') return schema.writeOnly ? [] : [null];
  const text = String(now).trim();
  if (schema.type === 'boolean') return [now];
  if (schema.type === 'array') return [text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)];
  // What is no number goes as it was typed, and the server says so at the field.
  if (schema.type === 'integer' || schema.type === 'number') return [Number.isNaN(Number(text)) ? text : Number(text)];
  if (schema.enum?.some((value) => typeof value === 'number')) return [Number(text)];
  return [text];
}
