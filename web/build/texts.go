package main

// texts are the shell's own words; everything longer is in docs/<lang>/.
type texts struct {
	Skip, Navigation, Language, Untranslated string
	Home, Lessons, Play, Map, Docs           string
	LessonsAbout, DocsAbout                  string
	MoreLessons, AboutMap, OpenFull          string
	PictureAlt                               string // of the picture for shared addresses
	MapNeedsScript, Recorded, CardsRecorded  string
	Footer, BuiltWith, Licences              string
	TakeLesson, TakeMap                      string // %s is a size
	OneFile, NoCompiler                      string
}

var shellTexts = map[string]texts{
	"en": {
		Skip: "Skip to the content", Navigation: "Site", Language: "Language",
		Untranslated: "This page is not translated yet; here is the English one.",
		Home:         "Home", Lessons: "Lessons", Play: "Write Go", Map: "PEP map", Docs: "Docs",
		LessonsAbout: "Every lesson is a question, and a real Go program that answers it in your page, next to the Python it is compared with.",
		DocsAbout:    "How to embed a lesson, host the site and read its words.",
		MoreLessons:  "More lessons", AboutMap: "What this map shows, and how to read it",
		OpenFull:       "Ahiru: open the full page",
		PictureAlt:     "What was recorded when this site was built",
		MapNeedsScript: "The map is drawn in the page: it needs JavaScript. Its facts are in peps.json beside this page.",
		Recorded:       "Recorded when this site was built, with %s on %s, %s:",
		CardsRecorded:  "The small pictures show figures recorded when this site was built.",
		Footer:         "Ahiru runs real Go in your browser. Every figure on a lesson was measured in your page, unless it says that it was recorded.",
		BuiltWith:      "Built with",
		Licences:       "Licences",
		TakeLesson:     "Download this lesson as one file (%s)",
		TakeMap:        "Download the map as one file (%s)",
		OneFile:        "This page is one file. It opens from your disk and asks nothing of any network.",
		NoCompiler:     "Changing the program needs the compiler, which is on the site and not in this file.",
	},
	"ja": {
		Skip: "本文へ移動", Navigation: "サイト", Language: "言語",
		Untranslated: "このページはまだ翻訳されていません。英語版を表示しています。",
		Home:         "ホーム", Lessons: "レッスン", Play: "Go を書く", Map: "PEP マップ", Docs: "ドキュメント",
		LessonsAbout: "どのレッスンも一つの問いです。比べる Python の隣で、本物の Go プログラムがあなたのページの中で答えを出します。",
		DocsAbout:    "レッスンの埋め込み方、サイトの置き方、使っている言葉の説明です。",
		MoreLessons:  "ほかのレッスン", AboutMap: "このマップが示すものと読み方",
		OpenFull:       "Ahiru: 全画面のページを開く",
		PictureAlt:     "このサイトのビルド時に記録されたもの",
		MapNeedsScript: "マップはこのページの中で描かれるため、JavaScript が必要です。データはこのページの隣の peps.json にあります。",
		Recorded:       "このサイトのビルド時の記録（%s、%s、%s）:",
		CardsRecorded:  "小さな図は、このサイトのビルド時に記録された数値です。",
		TakeLesson:     "このレッスンを 1 つのファイルとしてダウンロード（%s）",
		TakeMap:        "マップを 1 つのファイルとしてダウンロード（%s）",
		OneFile:        "このページは 1 つのファイルです。ディスクから開け、ネットワークには何も求めません。",
		NoCompiler:     "プログラムを書き換えて動かすにはコンパイラーが必要です。コンパイラーはこのファイルには入っておらず、サイトにあります。",
		Footer:         "Ahiru は本物の Go をブラウザーの中で動かします。レッスンの数値は、記録と書かれているものを除き、すべてあなたのページで測ったものです。",
		BuiltWith:      "ビルド:",
		Licences:       "ライセンス",
	},
	"ko": {
		Skip: "본문으로 이동", Navigation: "사이트", Language: "언어",
		Untranslated: "이 페이지는 아직 번역되지 않아 영어 페이지를 보여 줍니다.",
		Home:         "홈", Lessons: "레슨", Play: "Go 쓰기", Map: "PEP 지도", Docs: "문서",
		LessonsAbout: "레슨마다 질문이 하나 있고, 진짜 Go 프로그램이 비교할 Python 옆에서 여러분의 페이지 안에서 답을 냅니다.",
		DocsAbout:    "레슨을 끼워 넣는 법, 사이트를 올리는 법, 여기서 쓰는 말의 뜻입니다.",
		MoreLessons:  "다른 레슨", AboutMap: "이 지도가 보여 주는 것과 읽는 법",
		OpenFull:       "Ahiru: 전체 페이지 열기",
		PictureAlt:     "이 사이트를 빌드할 때 기록한 것",
		MapNeedsScript: "지도는 이 페이지 안에서 그려지므로 JavaScript가 필요합니다. 데이터는 이 페이지 옆의 peps.json에 있습니다.",
		Recorded:       "이 사이트를 빌드할 때 기록한 출력 (%s, %s, %s):",
		CardsRecorded:  "작은 그림은 이 사이트를 빌드할 때 기록한 수치입니다.",
		TakeLesson:     "이 레슨을 파일 하나로 내려받기 (%s)",
		TakeMap:        "지도를 파일 하나로 내려받기 (%s)",
		OneFile:        "이 페이지는 파일 하나입니다. 디스크에서 바로 열리고 네트워크에 아무것도 요청하지 않습니다.",
		NoCompiler:     "프로그램을 고쳐 실행하려면 컴파일러가 필요합니다. 컴파일러는 이 파일에 들어 있지 않고 사이트에 있습니다.",
		Footer:         "Ahiru는 진짜 Go를 브라우저 안에서 실행합니다. 레슨의 수치는 기록이라고 적힌 것을 빼고 모두 여러분의 페이지에서 잰 것입니다.",
		BuiltWith:      "빌드:",
		Licences:       "라이선스",
	},
}
