-- What happened to clients before there was a timeline: their notes, and what the audit log kept of them.
insert into "TimelineEntry" ("tenantId", subject, "subjectId", kind, params, body, source, "actorId", at)
select n."tenantId", 'Client', n."clientId", 'clients.note', jsonb_build_object('version', n.version), n.body, 'ClientNote:' || n.id, n."authorId", n."createdAt"
from "ClientNote" n;

insert into "TimelineEntry" ("tenantId", subject, "subjectId", kind, params, "actorId", at)
select a."tenantId", 'Client', c.id, replace(a.action, 'client.', 'clients.'),
       case when a.action = 'client.updated' and jsonb_typeof(a.changes) = 'object'
         then jsonb_build_object('fields', coalesce((select string_agg(key, ',' order by key) from jsonb_object_keys(a.changes) key), ''))
         else '{}' end,
       a."actorId", a."createdAt"
from "AuditEntry" a
join "Client" c on c."tenantId" = a."tenantId" and c.id::text = a."subjectId"
where a.subject = 'Client' and a.action in ('client.created', 'client.updated', 'client.deleted', 'client.restored');
