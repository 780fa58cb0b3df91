// What is wrong with a corpus or one of its files, in words: peps.Fault of
// wasm/peps, by its code. A fault is a clause; the one behind it follows it.

/** peps.Fault. */
export interface Fault {
  code: string;
  args?: string[];
  text: string; // in English
  why?: Fault;
}

type Clauses = Record<string, string>; // {0} and {1} stand for what a clause names

interface Tongue {
  clauses: Clauses;
  colon: string;
  end: string;
}

export type FaultWords = (fault: Fault) => string;

const telling =
  (tongue: Tongue): FaultWords =>
  (fault) =>
    `${clause(fault, tongue)}${tongue.end}`;

/** A code that is not known here, or the system's own words, in English. */
function clause({ code, args = [], text, why }: Fault, tongue: Tongue): string {
  const form = Object.hasOwn(tongue.clauses, code) ? tongue.clauses[code] : undefined;
  if (form === undefined) return text;
  const own = form.replace(/\{(\d)\}/g, (_, i: string) => args[Number(i)] ?? "");
  return why ? `${own}${tongue.colon}${clause(why, tongue)}` : own;
}

export const faultEn = telling({
  colon: ": ",
  end: ".",
  clauses: {
    "empty-file": "the file is empty",
    "indented-start": "the file starts with an indented line instead of a header",
    "no-headers": "there are no headers: the first line is not of the form “Name: value”",
    "no-header": "a line among the headers is not of the form “Name: value”",
    "not-utf8": "the file is not valid UTF-8; the bytes that are not were read as Latin-1",
    "bad-date": "the date in the Created header cannot be read",
    "missing-header": "the {0} header is missing or empty",
    "wrong-number": "the PEP header says “{0}”, the name of the file says {1}",
    "same-pep": "the file is left out: {0} is the same PEP",
    twice: "the file is there twice; the second one is left out",
    "no-owner": "the file is left out: it is an appendix, but its PEP is not there",
    "file-unread": "the file cannot be read",
    "folder-unread": "the folder or file cannot be read",
    special: "it is a link or special file in the archive",
    encrypted: "it is encrypted",
    "large-file": "it has more than {0} MiB, which no PEP has",
    "no-archive": "it is no .tar, .tar.gz, .tar.xz or .zip archive",
    "broken-gzip": "its gzip header is broken",
    "broken-xz": "its xz header is broken",
    "empty-archive": "the archive is empty",
    "cut-short": "the archive cannot be read to its end",
    "cut-short-after": "the archive cannot be read to its end (what follows {0} is missing)",
    "many-entries": "it has more than {0} entries",
    "bomb-size": "it unpacks to more than an archive of PEPs would: more than {0} MiB",
    "bomb-ratio": "it unpacks to more than an archive of PEPs would: more than {0} times its size",
    "no-peps":
      "it holds no PEPs: there is no file pep-NNNN.rst or pep-NNNN.txt at its top or in its folder peps",
    "not-one-file": "an archive is one file, not {0}",
    "odd-paths": "there are {0} paths for {1} files",
  },
});

export const faultJa = telling({
  colon: "：",
  end: "。",
  clauses: {
    "empty-file": "ファイルが空です",
    "indented-start": "ヘッダーのはずの先頭行が字下げされています",
    "no-headers": "ヘッダーがありません。先頭行が「名前: 値」の形ではありません",
    "no-header": "ヘッダーの中に「名前: 値」の形ではない行があります",
    "not-utf8": "UTF-8 として正しくないバイトがあり、そこは Latin-1 として読みました",
    "bad-date": "Created ヘッダーの日付を読み取れません",
    "missing-header": "{0} ヘッダーがないか、空です",
    "wrong-number": "PEP ヘッダーは「{0}」ですが、ファイル名は {1} です",
    "same-pep": "{0} と同じ PEP なので、このファイルは除きました",
    twice: "同じファイルが二つあるので、二つ目は除きました",
    "no-owner": "付録ですが、その PEP がないので、このファイルは除きました",
    "file-unread": "ファイルを読み込めません",
    "folder-unread": "フォルダーかファイルを読み込めません",
    special: "アーカイブの中でリンクか特殊ファイルになっています",
    encrypted: "暗号化されています",
    "large-file": "{0} MiB を超えています。そんな PEP はありません",
    "no-archive": ".tar、.tar.gz、.tar.xz、.zip のどのアーカイブでもありません",
    "broken-gzip": "gzip のヘッダーが壊れています",
    "broken-xz": "xz のヘッダーが壊れています",
    "empty-archive": "アーカイブが空です",
    "cut-short": "アーカイブを最後まで読めません",
    "cut-short-after": "アーカイブを最後まで読めません（{0} より後がありません）",
    "many-entries": "項目が {0} を超えています",
    "bomb-size": "展開すると PEP のアーカイブではありえない大きさになります（{0} MiB を超えます）",
    "bomb-ratio":
      "展開すると PEP のアーカイブではありえない大きさになります（元の {0} 倍を超えます）",
    "no-peps":
      "PEP がありません。いちばん上にも peps フォルダーにも pep-NNNN.rst や pep-NNNN.txt がありません",
    "not-one-file": "アーカイブは一つのファイルです（{0} 個ありました）",
    "odd-paths": "パスが {0} 個、ファイルが {1} 個で、数が合いません",
  },
});

export const faultKo = telling({
  colon: ": ",
  end: ".",
  clauses: {
    "empty-file": "파일이 비어 있습니다",
    "indented-start": "헤더가 있어야 할 첫 줄이 들여쓰기되어 있습니다",
    "no-headers": "헤더가 없습니다. 첫 줄이 “이름: 값” 형식이 아닙니다",
    "no-header": "헤더 가운데 “이름: 값” 형식이 아닌 줄이 있습니다",
    "not-utf8": "UTF-8로 올바르지 않은 바이트가 있어 그 부분은 Latin-1로 읽었습니다",
    "bad-date": "Created 헤더의 날짜를 읽을 수 없습니다",
    "missing-header": "{0} 헤더가 없거나 비어 있습니다",
    "wrong-number": "PEP 헤더에는 “{0}”, 파일 이름에는 {1}(으)로 되어 있습니다",
    "same-pep": "{0}과(와) 같은 PEP이므로 이 파일은 뺐습니다",
    twice: "같은 파일이 두 번 들어 있어 두 번째 것은 뺐습니다",
    "no-owner": "부록이지만 그 PEP가 없으므로 이 파일은 뺐습니다",
    "file-unread": "파일을 읽을 수 없습니다",
    "folder-unread": "폴더나 파일을 읽을 수 없습니다",
    special: "아카이브 안에서 링크나 특수 파일입니다",
    encrypted: "암호화되어 있습니다",
    "large-file": "{0} MiB가 넘습니다. 그런 PEP는 없습니다",
    "no-archive": ".tar, .tar.gz, .tar.xz, .zip 아카이브가 아닙니다",
    "broken-gzip": "gzip 헤더가 깨져 있습니다",
    "broken-xz": "xz 헤더가 깨져 있습니다",
    "empty-archive": "아카이브가 비어 있습니다",
    "cut-short": "아카이브를 끝까지 읽을 수 없습니다",
    "cut-short-after": "아카이브를 끝까지 읽을 수 없습니다({0} 다음이 없습니다)",
    "many-entries": "항목이 {0}개가 넘습니다",
    "bomb-size": "풀면 PEP 아카이브일 수 없는 크기가 됩니다({0} MiB 초과)",
    "bomb-ratio": "풀면 PEP 아카이브일 수 없는 크기가 됩니다(원래 크기의 {0}배 초과)",
    "no-peps": "PEP가 없습니다. 맨 위에도 peps 폴더에도 pep-NNNN.rst나 pep-NNNN.txt가 없습니다",
    "not-one-file": "아카이브는 파일 하나여야 합니다({0}개가 있습니다)",
    "odd-paths": "경로는 {0}개, 파일은 {1}개로 수가 맞지 않습니다",
  },
});
