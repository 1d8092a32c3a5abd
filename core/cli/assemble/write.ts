import fs from 'node:fs';
import path from 'node:path';

/** Keeps generated files: writes those whose content differs, removes those that nobody asked for any more, and remembers which. */
export class Writer {
  readonly written: string[] = [];
  readonly removed: string[] = [];
  readonly #wanted = new Set<string>();

  /** @param pretend only find out what would change */
  constructor(
    private readonly root: string,
    private readonly pretend = false,
  ) {}

  /** @param file from the root of the clone */
  write(file: string, content: string): void {
    this.#wanted.add(path.normalize(file));
    const target = path.join(this.root, file);
    if (fs.existsSync(target) && fs.readFileSync(target, 'utf8') === content) return;
    this.written.push(file);
    if (this.pretend) return;
    fs.mkdirSync(path.dirname(target), { recursive: true });
    // Beside and renamed: a watcher or a server never reads half a file.
    const draft = `${target}.${process.pid}.new`;
    fs.writeFileSync(draft, content);
    fs.renameSync(draft, target);
  }

  /** Marks a file that something else writes as wanted. */
  keep(file: string): void {
    this.#wanted.add(path.normalize(file));
  }

  /** Removes what lies in this folder and was neither written nor kept. */
  sweep(folder: string): void {
    const directory = path.join(this.root, folder);
    if (!fs.existsSync(directory)) return;
    for (const entry of fs.readdirSync(directory, { withFileTypes: true, recursive: true })) {
      const file = path.relative(this.root, path.join(entry.parentPath, entry.name));
      if (!entry.isFile() || this.#wanted.has(file)) continue;
      this.removed.push(file);
      if (!this.pretend) fs.rmSync(path.join(this.root, file));
    }
    if (this.pretend) return;
    for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
      const child = path.join(directory, entry.name);
      if (entry.isDirectory() && fs.readdirSync(child).length === 0) fs.rmdirSync(child);
    }
  }
}
