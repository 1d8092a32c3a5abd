'use client';
import { CircleHelp, ScrollText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { line, type User } from '@loctelli/core';
import {
  Badge,
  buttonClass,
  coreApi,
  Drawer,
  ErrorState,
  Facts,
  Form,
  FormField,
  FormSkeleton,
  FormSummary,
  Link,
  Select,
  SubmitButton,
  toast,
  useApiQuery,
  useCan,
  useFormats,
  useInvalidate,
} from '@loctelli/core/web';
import { z } from 'zod';
import { useRoles } from './roles.ts';
import { useTeams } from './teams.ts';

const rules = z.object({ name: line(100), role: z.string(), team: z.string() });
const none = 'none';

/** One person: who they are, and for those who may, their name, role and team to change. */
export function UserDrawer({ id, onClose }: { id: number | null; onClose: () => void }) {
  const t = useTranslations('core.users');
  const user = useApiQuery(['users', id], () => coreApi.users.getUser(id!), { enabled: id !== null });
  return (
    <Drawer open={id !== null} onOpenChange={(open) => !open && onClose()} title={user.data?.name ?? t('person')} description={user.data?.email}>
      {user.error ? (
        <ErrorState compact error={user.error} onRetry={() => void user.refetch()} />
      ) : user.data ? (
        <Person key={`${user.data.id}:${user.data.version}`} user={user.data} onSaved={onClose} />
      ) : (
        <FormSkeleton />
      )}
    </Drawer>
  );
}

function Person({ user, onSaved }: { user: User; onSaved: () => void }) {
  const t = useTranslations('core.users');
  const formats = useFormats();
  const [mayUpdate, mayAudit, mayRoles] = [useCan('users.update'), useCan('audit.read'), useCan('roles.read')];
  const roles = useRoles();
  const teams = useTeams();
  const facts = [
    { label: t('state'), value: <Badge dot tone={user.isActive ? 'success' : 'neutral'}>{t(user.isActive ? 'active' : 'inactive')}</Badge> },
    ...(mayUpdate ? [] : [{ label: t('role'), value: roles.nameOf(user.role) }, { label: t('team'), value: teams.nameOf(user.teamId) ?? t('noTeam') }]),
    { label: t('jobTitle'), value: user.title },
    { label: t('phone'), value: user.phone && <span dir="ltr">{user.phone}</span> },
    { label: t('lastLogin'), value: user.lastLoginAt ? formats.dateTime(user.lastLoginAt) : t('never') },
    { label: t('since'), value: formats.date(user.createdAt) },
  ];
  return (
    <div className="flex flex-col gap-6">
      <Facts items={facts} />
      {mayUpdate && <PersonForm user={user} onSaved={onSaved} />}
      <div className="flex flex-wrap gap-2 border-t pt-4">
        {mayRoles && (
          <Link href={`/settings/roles?why=1&user=${user.id}`} className={buttonClass('secondary', 'sm')}>
            <CircleHelp aria-hidden />
            {t('why')}
          </Link>
        )}
        {mayAudit && (
          <Link href={`/settings/audit?actorId=${user.id}`} className={buttonClass('secondary', 'sm')}>
            <ScrollText aria-hidden />
            {t('whatTheyDid')}
          </Link>
        )}
        {mayAudit && (
          <Link href={`/settings/audit?subject=User&subjectId=${user.id}`} className={buttonClass('secondary', 'sm')}>
            <ScrollText aria-hidden />
            {t('history')}
          </Link>
        )}
      </div>
    </div>
  );
}

function PersonForm({ user, onSaved }: { user: User; onSaved: () => void }) {
  const t = useTranslations('core.users');
  const roles = useRoles();
  const teams = useTeams();
  const invalidate = useInvalidate();
  return (
    <Form
      schema={rules}
      defaults={{ name: user.name, role: user.role, team: user.teamId === null ? none : String(user.teamId) }}
      aliases={{ teamId: 'team' }}
      onSubmit={async ({ name, role, team }) => {
        const teamId = team === none ? null : Number(team);
        const change = { ...(name !== user.name && { name }), ...(role !== user.role && { role }), ...(teamId !== user.teamId && { teamId }) };
        if (Object.keys(change).length > 0) {
          await coreApi.users.updateUser(user.id, { version: user.version, ...change });
          invalidate(['users'], ['teams'], ['roles']);
          toast.success(t('saved', { name }));
        }
        onSaved();
      }}
    >
      <FormSummary />
      <FormField name="name" label={t('name')} autoComplete="off" />
      <FormField name="role" label={t('role')}>
        {({ value, onChange }) => <Select aria-label={t('role')} options={roles.options} value={String(value)} onChange={onChange} />}
      </FormField>
      <FormField name="team" label={t('team')} hint={t('teamHint')}>
        {({ value, onChange }) => (
          <Select aria-label={t('team')} options={[{ value: none, label: t('noTeam') }, ...teams.options]} value={String(value)} onChange={onChange} />
        )}
      </FormField>
      <div className="flex justify-end">
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  );
}
