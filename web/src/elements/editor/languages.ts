import { goLanguage } from "@codemirror/lang-go";
import { defineLanguageFacet, Language, languageDataProp, LRLanguage } from "@codemirror/language";
import { Compartment, EditorState, type Extension, type Text } from "@codemirror/state";
import {
  NodeType,
  parseMixed,
  Parser,
  Tree,
  type Input,
  type PartialParse,
  type TreeFragment,
} from "@lezer/common";
import { parser as python } from "@lezer/python";
import { fileNamed } from "../../lib/txtar";

/** Python is written here now and then, beside the Go that answers it: coloured, and with its own comments. */
const pythonLanguage = LRLanguage.define({
  name: "python",
  parser: python,
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "[", "{"] } },
});

const data = defineLanguageFacet();
const types = {
  archive: NodeType.define({
    id: 0,
    name: "Archive",
    top: true,
    props: [languageDataProp.add({ Archive: data })],
  }),
  go: NodeType.define({ id: 1, name: "Go" }),
  python: NodeType.define({ id: 2, name: "Python" }),
  other: NodeType.define({ id: 3, name: "Other" }),
};

/** What a file's name says that it is; what stands before the first name is the program. */
export function kindOf(name: string): "go" | "python" | "other" {
  if (name === "" || name.endsWith(".go")) return "go";
  return name.endsWith(".py") ? "python" : "other";
}

/** Cuts a text of several files into them; what each is made of, its own language finds out. */
class Cut implements PartialParse {
  parsedPos = 0;
  stoppedAt: number | null = null;

  constructor(private readonly input: Input) {}

  stopAt(place: number): void {
    this.stoppedAt = place;
  }

  advance(): Tree {
    const end = this.stoppedAt ?? this.input.length;
    const text = this.input.read(0, end);
    const files: Tree[] = [];
    const places: number[] = [];
    let [kind, from]: ["go" | "python" | "other", number] = ["go", 0];
    const close = (to: number) => {
      if (to > from) {
        files.push(new Tree(types[kind], [], [], to - from));
        places.push(from);
      }
    };
    for (let at = 0; at < end;) {
      const stop = text.indexOf("\n", at) + 1 || end;
      const name = text.startsWith("-- ", at) ? fileNamed(text.slice(at, stop)) : null;
      if (name !== null) {
        close(at);
        [kind, from] = [kindOf(name), stop];
      }
      at = stop;
    }
    close(end);
    this.parsedPos = end;
    return new Tree(types.archive, files, places, end);
  }
}

const nest = parseMixed((node) => {
  if (node.type === types.go) return { parser: goLanguage.parser };
  return node.type === types.python ? { parser: pythonLanguage.parser } : null;
});

class ArchiveParser extends Parser {
  override createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { from: number; to: number }[],
  ): PartialParse {
    return nest(new Cut(input), input, fragments, ranges);
  }
}

/** Several files, each in its own language. */
export const archiveLanguage = new Language(data, new ArchiveParser(), [], "archive");

/** Whether a text has files that are no Go. Go alone is parsed as one file: markers are lines of their own. */
export function isMixed(doc: Text): boolean {
  for (const line of doc.iterLines()) {
    const name = line.startsWith("-- ") ? fileNamed(line) : null;
    if (name !== null && kindOf(name) !== "go") return true;
  }
  return false;
}

const choice = new Compartment();
const languageOf = (doc: Text) => (isMixed(doc) ? archiveLanguage : goLanguage);

/** Go, or one language a file once there are others. */
export function languagesFor(doc: string): Extension {
  const text = EditorState.create({ doc }).doc;
  return [
    choice.of(languageOf(text)),
    EditorState.transactionExtender.of((tr) => {
      if (!tr.docChanged) return null;
      const language = languageOf(tr.newDoc);
      if (choice.get(tr.startState) === language) return null;
      return { effects: choice.reconfigure(language) };
    }),
  ];
}
