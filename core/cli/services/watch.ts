import fs from 'node:fs';
import path from 'node:path';

const ignored = /(^|\/)(node_modules|\.next|dist|generated|build|\.git)(\/|$)|\.new$|~$|\.swp$/;

/** Calls back with the files (paths from the root) that changed below these folders, gathered over a moment and one batch at a time. */
export function watch(root: string, folders: string[], onChange: (files: string[]) => Promise<void>): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  const flush = async () => {
    if (busy || changed.size === 0) return;
    busy = true;
    const files = [...changed];
    changed.clear();
    await onChange(files).finally(() => (busy = false));
    void flush();
  };
  const watchers = folders
    .filter((folder) => fs.existsSync(path.join(root, folder)))
    .map((folder) =>
      fs.watch(path.join(root, folder), { recursive: true }, (_, name) => {
        if (!name || ignored.test(name)) return;
        changed.add(path.join(folder, name));
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), 30);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
