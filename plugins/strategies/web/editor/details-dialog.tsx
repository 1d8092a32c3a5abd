'use client';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { line } from '@loctelli/core';
import { Button, coreApi, Dialog, Form, FormField, FormSummary, isProblem, Select, SubmitButton, Textarea, toast, useApiQuery, useInvalidate, useMe, UserSelect } from '@loctelli/core/web';
import { useQueryClient } from '@tanstack/react-query';
import { sharing, type Sharing, type Strategy } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';

const rules = z.object({
  name: line(120),
  tag: z.string().trim().max(40).optional(),
  industry: z.string().trim().max(80).optional(),
  description: z.string().trim().max(2_000).optional(),
  sharing,
  teamId: z.string(),
  ownerId: z.number().nullable(),
});
type Values = z.infer<typeof rules>;
interface Props {
  strategy: Strategy;
  flush: () => Promise<number | null>;
  onClose: () => void;
}

/** What a strategy is called, whose it is and who else sees it. */
export function DetailsDialog({ strategy, flush, onClose }: Props) {
  const t = useTranslations('strategies.editor.facts');
  const list = useTranslations('strategies.list');
  const details = useTranslations('strategies.editor.detailsDialog');
  const ui = useTranslations('core.ui');
  const agency = useMe().tenant.kind !== 'business';
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const teams = useApiQuery(['teams'], () => coreApi.teams.getTeams()).data?.items ?? [];
  const save = async (values: Values) => {
    const version = (await flush()) ?? strategy.version;
    const body = {
      version,
      name: values.name,
      tag: values.tag || null,
      industry: values.industry || null,
      description: values.description || null,
      sharing: values.sharing,
      teamId: values.sharing === 'team' && values.teamId !== 'none' ? Number(values.teamId) : null,
      ...(values.ownerId !== null && values.ownerId !== strategy.ownerId && { ownerId: values.ownerId }),
    };
    try {
      queries.setQueryData(keys.one(strategy.id), await strategies.updateStrategy(strategy.id, body));
    } catch (error) {
      if (isProblem(error, 'core.version-conflict')) invalidate(keys.one(strategy.id));
      throw error;
    }
    invalidate(keys.list);
    toast.success(details('saved'));
    onClose();
  };
  const offered = sharing.options.filter((each) => each !== 'template' || agency);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={details('title')}>
      <Form<Values>
        schema={rules as never}
        defaults={{
          name: strategy.name,
          tag: strategy.tag ?? '',
          industry: strategy.industry ?? '',
          description: strategy.description ?? '',
          sharing: strategy.sharing,
          teamId: strategy.teamId === null ? 'none' : String(strategy.teamId),
          ownerId: strategy.ownerId,
        }}
        onSubmit={save}
      >
        {(form) => (
          <>
            <FormSummary />
            <FormField name="name" label={t('name')} />
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField name="tag" label={details('tag')} optional={list('optional')} placeholder={details('tagPlaceholder')} />
              <FormField name="industry" label={list('industry')} optional={list('optional')} />
            </div>
            <FormField name="description" label={details('description')} optional={list('optional')}>
              <Textarea rows={2} />
            </FormField>
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField name="ownerId" label={list('owner')}>
                {({ value, onChange }) => <UserSelect aria-label={list('owner')} clearable={false} value={value as number} onChange={onChange} chosen={{ id: strategy.ownerId, name: strategy.ownerName }} />}
              </FormField>
              <FormField name="sharing" label={details('sharing')}>
                {({ value, onChange }) => (
                  <Select value={value as Sharing} onChange={onChange} options={offered.map((each) => ({ value: each, label: list(`sharings.${each}`), hint: details(`sharingHints.${each}`) }))} />
                )}
              </FormField>
            </div>
            {form.watch('sharing') === 'team' && (
              <FormField name="teamId" label={details('team')}>
                {({ value, onChange }) => (
                  <Select value={value as string} onChange={onChange} options={[{ value: 'none', label: details('ownTeam') }, ...teams.map(({ id, name }) => ({ value: String(id), label: name }))]} />
                )}
              </FormField>
            )}
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>{ui('cancel')}</Button>
              <SubmitButton>{details('save')}</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
