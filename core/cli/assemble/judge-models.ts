import type { FoundPlugin } from './find.ts';
import type { Finding } from './finding.ts';
import { readEnums, readModels } from './prisma-models.ts';
import type { SchemaSource } from './prisma-build.ts';

/** Judges that models are declared where the manifest says, owned once, and that permissions speak of fields that exist. */
export function judgeModels(
  plugins: readonly FoundPlugin[],
  sources: readonly SchemaSource[],
  known: ReadonlyMap<string, FoundPlugin>,
): Finding[] {
  const declared = sources.flatMap((source) => readModels(source.content).map((model) => ({ ...model, source })));
  const byName = new Map(declared.map((model) => [model.name, model]));
  const findings: Finding[] = [];
  for (const model of declared) {
    const first = byName.get(model.name)!;
    const other = declared.find(({ name, source }) => name === model.name && source !== model.source);
    if (other && first === model)
      findings.push({
        file: model.source.source,
        message: `declares the model ${model.name}, which ${other.source.source} declares too`,
        fix: 'rename one; a model belongs to one plugin',
      });
  }
  for (const plugin of plugins) {
    const file = `${plugin.folder}/plugin.json`;
    const schema = `${plugin.folder}/prisma/${plugin.id}.prisma`;
    const owned = plugin.manifest.models ?? [];
    const own = declared.filter(({ source }) => source.owner === plugin.id);
    for (const name of owned) {
      if (!own.some((model) => model.name === name))
        findings.push({
          file,
          message: `names the model ${name}, which ${schema} does not declare`,
          fix: `declare it there, or take it off "models"`,
        });
    }
    for (const model of own) {
      if (!owned.includes(model.name))
        findings.push({ file, message: `does not name the model ${model.name} of ${schema}`, fix: `add "${model.name}" to "models"` });
    }
    findings.push(...judgeSubjects(plugin, file, byName, known), ...judgeFields(plugin, file, own), ...judgeBorders(plugin, own));
  }
  return [...findings, ...sameEnums(sources)];
}

type Declared = ReturnType<typeof readModels>[number] & { source: SchemaSource };

/** A permission is about a model of the plugin itself, of one it requires, or of the kernel. */
function judgeSubjects(
  plugin: FoundPlugin,
  file: string,
  byName: ReadonlyMap<string, Declared>,
  known: ReadonlyMap<string, FoundPlugin>,
): Finding[] {
  return (plugin.manifest.permissions ?? []).flatMap((permission) => {
    const findings: Finding[] = [];
    const subject = byName.get(permission.subject);
    const reachable =
      subject && (['core', plugin.id].includes(subject.source.owner) || subject.source.owner in (plugin.manifest.requires ?? {}));
    if (!reachable) {
      const owner =
        subject && known.has(subject.source.owner)
          ? `it belongs to ${subject.source.owner}: add that to "requires"`
          : `name one of its models: ${(plugin.manifest.models ?? []).join(', ') || 'it has none yet'}`;
      return [
        { file, message: `the permission ${permission.id} is about ${permission.subject}, which this plugin cannot reach`, fix: owner },
      ];
    }
    const fields = `fields of ${permission.subject}: ${[...subject.fields.keys()].join(', ')}`;
    if (permission.owner && !subject.fields.has(permission.owner))
      findings.push({
        file,
        message: `the permission ${permission.id} names the owner field ${permission.owner}, which ${permission.subject} does not have`,
        fix: fields,
      });
    if (permission.ownerRelation && subject.fields.get(permission.ownerRelation) !== 'User')
      findings.push({
        file,
        message: `the permission ${permission.id} names the relation ${permission.ownerRelation}, which is no relation of ${permission.subject} to User`,
        fix: fields,
      });
    return findings;
  });
}

/** Fields that a role may be refused belong to a model of the plugin's own: another's are for that one to keep. */
function judgeFields(plugin: FoundPlugin, file: string, own: readonly Declared[]): Finding[] {
  return Object.entries(plugin.manifest.fields ?? {}).flatMap(([subject, names]) => {
    const model = own.find(({ name }) => name === subject);
    if (!model) {
      const fix = `name one of its models: ${own.map(({ name }) => name).join(', ') || 'it has none yet'}`;
      return [{ file, message: `has field rules for ${subject}, which is no model of ${plugin.id}`, fix }];
    }
    return names
      .filter((name) => !model.fields.has(name))
      .map((name) => ({
        file,
        message: `has a field rule for ${subject}.${name}, which ${model.source.source} does not declare`,
        fix: `fields of ${subject}: ${[...model.fields.keys()].join(', ')}`,
      }));
  });
}

/** A tenant's table names its tenant itself, so that row-level security can hold it. */
function judgeBorders(plugin: FoundPlugin, models: readonly Declared[]): Finding[] {
  return models
    .filter((model) => model.fields.get('tenantId') !== 'Int')
    .map((model) => ({
      file: model.source.source,
      message: `the model ${model.name} has no tenantId, so ${plugin.id} could never read it`,
      fix: `add: tenantId Int @default(dbgenerated("(current_setting('app.tenant_id'::text))::integer"))`,
    }));
}

function sameEnums(sources: readonly SchemaSource[]): Finding[] {
  const seen = new Map<string, SchemaSource>();
  return sources.flatMap((source) =>
    readEnums(source.content).flatMap((name) => {
      const first = seen.get(name);
      seen.set(name, first ?? source);
      return first && first !== source
        ? [
            {
              file: source.source,
              message: `declares the enum ${name}, which ${first.source} declares too`,
              fix: 'rename it; begin it with the plugin’s noun',
            },
          ]
        : [];
    }),
  );
}
