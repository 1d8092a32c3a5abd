import type { BuiltInRole, Scope } from './permission.ts';

/** `plugin.json`. The authority on its form is `plugin.schema.json`, against which `assemble` judges every manifest. */
export interface PluginManifest {
  $schema?: string;
  /** Equals the folder's name. */
  id: string;
  name: string;
  description: string;
  version: string;
  /** Semver range of `@loctelli/core` it works with. */
  core: string;
  /** Name of a lucide icon. */
  icon?: string;
  /** Plugins whose contracts it imports → semver range of their version. */
  requires?: Record<string, string>;
  /** Prisma models it owns. */
  models?: string[];
  permissions?: PermissionManifest[];
  /** Fields that a role may be refused to read, write or export, by model: the rows of the role editor below a permission. */
  fields?: Record<string, string[]>;
  menu?: MenuManifest[];
  pages?: PageManifest[];
  publicPages?: PublicPageManifest[];
  /** Names of scripts in `web/scripts` that foreign pages load from the tenant's host, as `/x/<plugin>/<name>.js`. */
  scripts?: string[];
  widgets?: WidgetManifest[];
  slots?: SlotManifest[];
  /** JSON Schema (2020-12, one object) of the plugin's settings; the settings form is drawn from it. */
  settings?: Record<string, unknown>;
  /** Names of the events its contract declares. */
  events?: string[];
}

export interface PermissionManifest {
  /** `<plugin>.<action>`; routes declare it, roles grant it. */
  id: string;
  /** Prisma model the permission is about. */
  subject: string;
  /** CASL action: read, create, update, delete or one of the plugin's own. */
  action: string;
  /** Which scopes a role may be given, narrowest first; `["all"]` where rows have no owner. */
  scopes: Scope[];
  /** Scalar field that holds the owner's user id; needed for `own`. */
  owner?: string;
  /** Relation field to the owner (a User); needed for `team`. */
  ownerRelation?: string;
  /** What the built-in roles start with; an absent role has nothing. */
  roles: Partial<Record<BuiltInRole, Scope>>;
  /** Other permissions that must be granted too for this one to work. */
  needs?: string[];
}

export interface MenuManifest {
  /** Translation key within the plugin's messages. */
  label: string;
  /** Id of the page it opens. */
  page: string;
  icon: string;
  order: number;
  /** Keys that lead there from anywhere: `g c`. */
  shortcut?: string;
}

export interface PageManifest {
  id: string;
  /** Path below the tenant's host; `:name` is a parameter. The first segment is the plugin's id. */
  path: string;
  title: string;
  permission: string;
  /** Where it is listed beside the menu: `settings` puts it among the tenant's settings. */
  section?: 'settings';
}

/** A page that needs no sign-in, drawn in the tenant's brand. */
export interface PublicPageManifest {
  id: string;
  /** Path below the tenant's host; its first segment belongs to this plugin alone. */
  path: string;
  title: string;
  /** Whether foreign pages may show it in a frame; with `?embed=1` it is drawn without header and footer. */
  embeddable?: boolean;
}

export interface WidgetManifest {
  id: string;
  title: string;
  permission: string;
  /** Width to begin with. A small one is one row high, the others two. */
  size: 'small' | 'tall' | 'wide' | 'medium' | 'large';
  /** Translation key of what it shows, for those who choose widgets. */
  description?: string;
}

export interface SlotManifest {
  /** Named place, such as `client.tabs`. */
  slot: string;
  id: string;
  title: string;
  permission: string;
  order: number;
}
