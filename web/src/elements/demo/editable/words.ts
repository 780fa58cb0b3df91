import type { Language } from "../strings";

interface EditableWords {
  title: string;
  hint: string;
  save: string;
  saved: string;
  ended: string;
}

const all: Record<Language, EditableWords> = {
  en: {
    title: "A file that the running program watches",
    hint: "Change it and save (Ctrl+S): the program goes on and sees it.",
    save: "Save",
    saved: "Saved.",
    ended: "The program has ended. Run it again, and change the file meanwhile.",
  },
  ja: {
    title: "動いているプログラムが見ているファイル",
    hint: "書き換えて保存（Ctrl+S）してください。プログラムは動き続け、変更に気づきます。",
    save: "保存",
    saved: "保存しました。",
    ended: "プログラムは終わりました。もう一度実行して、その間にファイルを書き換えてください。",
  },
  ko: {
    title: "실행 중인 프로그램이 지켜보는 파일",
    hint: "고치고 저장하세요(Ctrl+S). 프로그램은 계속 실행되면서 그것을 알아챕니다.",
    save: "저장",
    saved: "저장했습니다.",
    ended: "프로그램이 끝났습니다. 다시 실행하고 그동안 파일을 고쳐 보세요.",
  },
};

export const editableWords = (language: Language): EditableWords => all[language];
