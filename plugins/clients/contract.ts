import { z } from 'zod';
import { defineErrors, defineEvent, defineJob, email, id, instant, line, pageOf, pageQuery, version, zone } from '@loctelli/core';

export const clientStatus = z.enum(['lead', 'active', 'won', 'lost', 'archived']);
export type ClientStatus = z.infer<typeof clientStatus>;

const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code, such as EUR');
const value = z.number().min(0).max(999_999_999_999).multipleOf(0.01);
const tag = line(40);
/** Values of the tenant's own fields, by key. What each key takes is checked against its ClientField. */
export const customFields = z.record(z.string().max(40), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]));
export type CustomFields = z.infer<typeof customFields>;

export const client = z
  .object({
    id: z.number().int(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    company: z.string().nullable(),
    position: z.string().nullable(),
    zone: z.string().nullable(),
    status: clientStatus,
    source: z.string().nullable(),
    value: z.number().nullable(),
    currency: z.string().nullable(),
    ownerId: z.number().int().nullable(),
    ownerName: z.string().nullable(),
    tags: z.array(z.string()),
    customFields,
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof client>;
export const clientPage = pageOf(client, 'ClientPage');

const optionalFacts = {
  email: email.nullable().optional(),
  /** As a person of the tenant's country writes it; kept as E.164. */
  phone: line(40).nullable().optional(),
  company: line(200).nullable().optional(),
  position: line(200).nullable().optional(),
  zone: zone.nullable().optional(),
  status: clientStatus.optional(),
  source: line(100).nullable().optional(),
  value: value.nullable().optional(),
  currency: currency.nullable().optional(),
  ownerId: id.nullable().optional(),
  tags: z.array(tag).max(50).optional(),
  customFields: customFields.optional(),
};
export const clientCreate = z.strictObject({ name: line(200), ...optionalFacts }).meta({ id: 'ClientCreate' });
export type ClientCreate = z.infer<typeof clientCreate>;
/** `version` may come as the If-Match header instead. Custom fields are merged: an absent key stays, null empties it. */
export const clientUpdate = z
  .strictObject({ version: version.optional(), name: line(200).optional(), ...optionalFacts })
  .meta({ id: 'ClientUpdate' });
export type ClientUpdate = z.infer<typeof clientUpdate>;

export const clientSorts = ['createdAt', 'updatedAt', 'name', 'company', 'value'] as const;
const day = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
export const clientFilter = z.strictObject({
  search: z.string().trim().max(100).optional(),
  status: clientStatus.optional(),
  ownerId: id.optional(),
  tag: tag.optional(),
  source: line(100).optional(),
  createdAfter: day.optional(),
  createdBefore: day.optional(),
  /** `true` lists the trash. */
  deleted: z.stringbool().optional(),
  sort: z.enum(clientSorts).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
});
export const clientQuery = pageQuery.extend(clientFilter.shape);
export type ClientQuery = z.infer<typeof clientQuery>;
export const clientExportQuery = clientFilter;
export type ClientExportQuery = z.infer<typeof clientExportQuery>;

export const clientNote = z
  .object({
    id: z.number().int(),
    clientId: z.number().int(),
    body: z.string(),
    authorId: z.number().int().nullable(),
    authorName: z.string().nullable(),
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClientNote' });
export type ClientNote = z.infer<typeof clientNote>;
export const clientNotePage = pageOf(clientNote, 'ClientNotePage');
export const clientNoteWrite = z.strictObject({ body: z.string().trim().min(1).max(5000) }).meta({ id: 'ClientNoteWrite' });

/** What happened to a client, newest first: its notes, and who changed what. */
export const clientTimeline = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['created', 'updated', 'deleted', 'restored', 'note']),
        at: instant,
        actorName: z.string().nullable(),
        /** Changed fields of an update */
        fields: z.array(z.string()),
        body: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ClientTimeline' });
export type ClientTimeline = z.infer<typeof clientTimeline>;

export const clientFieldType = z.enum(['text', 'number', 'date', 'boolean', 'select']);
export type ClientFieldType = z.infer<typeof clientFieldType>;
export const clientField = z
  .object({
    id: z.number().int(),
    key: z.string(),
    label: z.string(),
    type: clientFieldType,
    required: z.boolean(),
    options: z.array(z.string()),
    position: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'ClientField' });
export type ClientField = z.infer<typeof clientField>;
export const clientFieldList = z.object({ items: z.array(clientField) }).meta({ id: 'ClientFieldList' });
const fieldFacts = {
  required: z.boolean().optional(),
  options: z.array(line(100)).max(200).optional(),
  position: z.number().int().min(0).max(1000).optional(),
};
export const clientFieldCreate = z
  .strictObject({ key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/), label: line(60), type: clientFieldType, ...fieldFacts })
  .meta({ id: 'ClientFieldCreate' });
export const clientFieldUpdate = z.strictObject({ version, label: line(60).optional(), ...fieldFacts }).meta({ id: 'ClientFieldUpdate' });
export type ClientFieldCreate = z.infer<typeof clientFieldCreate>;
export type ClientFieldUpdate = z.infer<typeof clientFieldUpdate>;

/** Where a column of an imported file may go. `custom:<key>` is one of the tenant's own fields. */
// prettier-ignore
export const importTargets = ['name', 'firstName', 'middleName', 'lastName', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'currency', 'owner', 'tags', 'note', 'createdAt'] as const;
export const importTarget = z.union([z.enum(importTargets), z.templateLiteral(['custom:', z.string().regex(/^[a-zA-Z0-9]{1,40}$/)])]);
export type ImportTarget = z.infer<typeof importTarget>;
export const duplicateRule = z.enum(['skip', 'update', 'create']);
export type DuplicateRule = z.infer<typeof duplicateRule>;
export const importStatus = z.enum(['draft', 'queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone']);

export const clientImport = z
  .object({
    id: z.number().int(),
    status: importStatus,
    name: z.string(),
    encoding: z.string(),
    delimiter: z.string(),
    columns: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    mapping: z.array(importTarget.nullable()),
    rule: duplicateRule,
    rowCount: z.number().int(),
    processed: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    skipped: z.number().int(),
    failed: z.number().int(),
    kept: z.number().int(),
    ownerId: z.number().int(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    undoneAt: instant.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'ClientImport' });
export type ClientImport = z.infer<typeof clientImport>;
export const clientImportPage = pageOf(clientImport, 'ClientImportPage');
export const clientImportMapping = z
  .strictObject({ mapping: z.array(importTarget.nullable()).max(500), rule: duplicateRule })
  .meta({ id: 'ClientImportMapping' });
/** Why a row is not taken in: `column` is the file's header, `code` the translation key `clients.import.reasons.<code>`. */
export const rowReason = z.object({ column: z.string(), code: z.string(), value: z.string() });
export type RowReason = z.infer<typeof rowReason>;
export const clientImportPreview = z
  .object({
    rows: z.array(
      z.object({
        row: z.number().int(),
        outcome: z.enum(['create', 'update', 'skip', 'fail']),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        company: z.string().nullable(),
        reasons: z.array(rowReason),
      }),
    ),
    /** How many of the rows looked at would end each way. */
    counts: z.object({ create: z.number().int(), update: z.number().int(), skip: z.number().int(), fail: z.number().int() }),
    looked: z.number().int(),
    rowCount: z.number().int(),
  })
  .meta({ id: 'ClientImportPreview' });
export type ClientImportPreview = z.infer<typeof clientImportPreview>;

const changed = z.object({ clientId: z.number().int(), name: z.string(), ownerId: z.number().int().nullable() });
export const clientCreated = defineEvent('client.created', changed);
export const clientUpdated = defineEvent('client.updated', changed.extend({ fields: z.array(z.string()) }));
export const clientDeleted = defineEvent('client.deleted', changed);
export const clientRestored = defineEvent('client.restored', changed);
const importCounts = z.object({
  importId: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
});
/** One for a whole file: what each row became is read from the list, not announced 100,000 times. */
export const clientsImported = defineEvent('clients.imported', importCounts);
export const clientsImportUndone = defineEvent(
  'clients.import-undone',
  z.object({ importId: z.number().int(), removed: z.number().int(), restored: z.number().int(), kept: z.number().int() }),
);

/** Live message to the one who imports; its data is the ClientImport. */
export const importProgress = 'clients.import-progress';

const importRef = z.object({ importId: z.number().int() });
export const runImport = defineJob('clients.import', importRef, { attempts: 5 });
export const undoImport = defineJob('clients.undo-import', importRef, { attempts: 5 });

export const clientErrors = defineErrors('clients', {
  notFound: { status: 404, detail: 'This client does not exist, or you may not see it.' },
  wrongPhone: { status: 422, detail: 'This is not a phone number. Write it with its country code, like +14155550100.' },
  unknownOwner: { status: 422, detail: 'Nobody active here has this id, so they cannot own a client.' },
  ownerOutOfReach: { status: 403, detail: 'You may not give clients to this person.' },
  wrongCustomField: { status: 422, detail: 'Some custom fields need your attention.' },
  noteNotFound: { status: 404, detail: 'This note does not exist, or you may not change it.' },
  fieldNotFound: { status: 404, detail: 'There is no such field.' },
  fieldExists: { status: 409, detail: 'There is a field with this key already.' },
  optionsNeeded: { status: 422, detail: 'A choice needs something to choose from.' },
  importNotFound: { status: 404, detail: 'This import does not exist, or you may not see it.' },
  fileMissing: { status: 400, detail: 'Send the file as multipart form data.' },
  fileUnreadable: { status: 422, detail: 'This is not a table in text form. Export it as CSV and try again.' },
  fileEmpty: { status: 422, detail: 'The file has a header and no rows.' },
  importStarted: { status: 409, detail: 'This import has started already.' },
  importNotRunning: { status: 409, detail: 'This import is not running.' },
  importNotUndoable: { status: 409, detail: 'Only a finished import can be undone.' },
  nameNotMapped: { status: 422, detail: 'Choose a column for the name, the e-mail address, the phone number or the company.' },
  columnMappedTwice: { status: 422, detail: 'Two columns go to the same field: {target}.' },
});
