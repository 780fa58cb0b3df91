// What the reader brings along: one archive, or the files of a folder.

export interface Brought {
  name: string;
  /** Where each file lies in the folder; null when the one file is an archive. */
  paths: string[] | null;
  files: File[];
}

/** Archives and folders above this are refused unread. */
export const largest = 256 << 20;

/** The files of a checkout that matter: those of PEPs and their appendices. */
export const isWanted = (path: string) =>
  /(^|\/)pep-\d{4}(\.(rst|txt)|\/[^/]+\.rst)$/.test(path) && !/(^|\/)\.git\//.test(path);

export const fromArchive = (file: File): Brought => ({
  name: file.name,
  paths: null,
  files: [file],
});

/** From an input with the attribute webkitdirectory. */
export function fromFolder(files: Iterable<File>): Brought {
  const all = [...files].map((file) => [file.webkitRelativePath || file.name, file] as const);
  const name = all[0]?.[0].split("/")[0] ?? "";
  return gathered(name, all);
}

function gathered(name: string, all: readonly (readonly [string, File])[]): Brought {
  const wanted = all.filter(([path]) => isWanted(path));
  return { name, paths: wanted.map(([path]) => path), files: wanted.map(([, file]) => file) };
}

const deepest = 5; // folders in which PEPs are looked for
const most = 50_000; // files that are looked at

/**
 * From a drop: one file or one folder, null for anything else. To be called
 * while the event is handled; the browser takes the list back afterwards.
 */
export function fromDrop(data: DataTransfer): Promise<Brought> | null {
  const items = [...data.items].filter(({ kind }) => kind === "file");
  if (items.length !== 1) return null;
  const entry = items[0]!.webkitGetAsEntry?.() ?? null;
  const file = items[0]!.getAsFile();
  if (entry?.isDirectory) return walk(entry as FileSystemDirectoryEntry);
  return file && Promise.resolve(fromArchive(file));
}

async function walk(top: FileSystemDirectoryEntry): Promise<Brought> {
  const found: (readonly [string, File])[] = [];
  let seen = 0;
  const enter = async (folder: FileSystemDirectoryEntry, path: string, depth: number) => {
    for await (const entry of entriesOf(folder)) {
      if (++seen > most) return;
      const at = `${path}/${entry.name}`;
      if (entry.isFile && isWanted(at))
        found.push([at, await fileOf(entry as FileSystemFileEntry)]);
      const inside = entry.isDirectory && depth < deepest && !entry.name.startsWith(".");
      if (inside) await enter(entry as FileSystemDirectoryEntry, at, depth + 1);
    }
  };
  await enter(top, top.name, 0);
  return gathered(top.name, found);
}

/** A browser hands a folder out in parts. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((give, fail) =>
      reader.readEntries(give, fail),
    );
    if (part.length === 0) return;
    yield* part;
  }
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((give, fail) => entry.file(give, fail));
