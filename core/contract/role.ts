import { z } from 'zod';
import { id, instant, line, version } from './fields.ts';
import { fieldRules, fieldVerb, grants, scope } from './permission.ts';

export const role = z
  .object({
    id: z.number().int(),
    key: z.string(),
    name: z.string(),
    builtIn: z.boolean(),
    grants,
    fields: fieldRules,
    /** How many people have it. */
    people: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof role>;
export const roleList = z.object({ items: z.array(role) }).meta({ id: 'RoleList' });

/** `grants` and `fields`, when given, are all that the role is to have. */
export const roleUpdate = z
  .strictObject({ version, name: line(60).optional(), grants: grants.optional(), fields: fieldRules.optional() })
  .meta({ id: 'RoleUpdate' });
export const roleCreate = z.strictObject({ name: line(60), grants, fields: fieldRules.optional() }).meta({ id: 'RoleCreate' });
export const roleCopy = z.strictObject({ name: line(60) }).meta({ id: 'RoleCopy' });
export const roleReset = z.strictObject({ version }).meta({ id: 'RoleReset' });
/** Key of the role that the people of a deleted one get. */
export const roleRemoval = z.strictObject({ moveTo: z.string().min(1).max(40).optional() });

/** A grant that was taken away or narrowed, because it needs one that is missing or reaches less far. */
export const settlement = z
  .object({ permission: z.string(), needs: z.string(), from: scope, to: scope.nullable() })
  .meta({ id: 'Settlement' });
/** A role after a change, and what the change took along. */
export const settledRole = role.extend({ settled: z.array(settlement) }).meta({ id: 'SettledRole' });
export type SettledRole = z.infer<typeof settledRole>;

/** One line of the role editor. `label` is a translation key with its plugin in front. */
export const matrixPermission = z
  .object({
    id: z.string(),
    label: z.string(),
    subject: z.string(),
    scopes: z.array(scope),
    needs: z.array(z.string()),
    /** What the built-in roles have unless changed; an absent role has nothing. */
    defaults: z.record(z.string(), scope),
    /** How far the caller has it, and so may give it; null when not at all. */
    yours: scope.nullable(),
  })
  .meta({ id: 'MatrixPermission' });
export type MatrixPermission = z.infer<typeof matrixPermission>;
export const matrixFields = z
  .object({ subject: z.string(), fields: z.array(z.object({ name: z.string(), label: z.string() })) })
  .meta({ id: 'MatrixFields' });
export const matrixGroup = z
  .object({
    /** Id of the plugin; `core` for the kernel. */
    plugin: z.string(),
    name: z.string(),
    /** Translation key of the plugin's name; null where `name` is all there is. */
    label: z.string().nullable(),
    enabled: z.boolean(),
    permissions: z.array(matrixPermission),
    fields: z.array(matrixFields),
  })
  .meta({ id: 'MatrixGroup' });
export type MatrixGroup = z.infer<typeof matrixGroup>;
/** All that the role editor is drawn from. */
export const roleMatrix = z.object({ groups: z.array(matrixGroup), roles: z.array(role) }).meta({ id: 'RoleMatrix' });
export type RoleMatrix = z.infer<typeof roleMatrix>;

export const permissionId = z.string().max(80).regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'is a permission such as users.read');

/** May this person do this, and to this record? */
export const whyQuery = z.strictObject({ permission: permissionId, subject: z.string().max(80).optional(), subjectId: id.optional() });
export type WhyQuery = z.infer<typeof whyQuery>;

/** One step of an explanation; its words stand under `core.why.<code>`. */
export const whyReason = z
  .object({
    code: z.string(),
    /** `no` decides; `info` is told beside. */
    verdict: z.enum(['yes', 'no', 'info']),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'WhyReason' });
export type WhyReason = z.infer<typeof whyReason>;
export const why = z
  .object({
    allowed: z.boolean(),
    user: z.object({ id: z.number().int(), name: z.string(), role: z.string() }),
    permission: z.object({ id: z.string(), subject: z.string() }),
    /** In the order in which the product asks; the first `no` is what the person meets. */
    reasons: z.array(whyReason),
    /** Fields of such a record that the role is refused. */
    fields: z.array(z.object({ name: z.string(), label: z.string(), refused: z.array(fieldVerb) })),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof why>;

export const team = z
  .object({ id: z.number().int(), name: z.string(), members: z.number().int(), createdAt: instant, version: z.number().int() })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof team>;
export const teamList = z.object({ items: z.array(team) }).meta({ id: 'TeamList' });
export const teamCreate = z.strictObject({ name: line(60) }).meta({ id: 'TeamCreate' });
export const teamUpdate = z.strictObject({ version, name: line(60) }).meta({ id: 'TeamUpdate' });
/** Where the members of a deleted team go: another team's id, or `none`. */
export const teamRemoval = z.strictObject({ moveTo: z.union([z.literal('none'), id]).optional() });
export const teamMembers = z.strictObject({ userIds: z.array(id).min(1).max(200) }).meta({ id: 'TeamMembers' });
