/** Nest's token for the list of `LoadedPlugin`. */
export const LOADED_PLUGINS = Symbol('loaded plugins');
