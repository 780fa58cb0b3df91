package render_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// avoided lists words that mean a term of the glossary and are not the one that it chose.
var avoided = map[string][]struct{ word, instead string }{
	"en": {
		{"go-routine", "goroutine"},
		{"green thread", "goroutine"},
		{"datarace", "data race"},
	},
	"ja": {
		{"コンカレント", "並行"}, {"同時実行", "並行"}, {"同時並行", "並行"},
		{"パラレル", "並列"},
		{"ゴルーチン", "goroutine"}, {"ゴルーティン", "goroutine"},
		{"データレース", "データ競合"}, {"データの競合", "データ競合"},
		{"レースコンディション", "競合状態"}, {"競合条件", "競合状態"},
		{"ダック・タイピング", "ダックタイピング"},
		{"インタフェース", "インターフェース"}, {"インターフェイス", "インターフェース"},
		{"スケジューラ(?:[^ー]|$)", "スケジューラー"}, {"ブラウザ(?:[^ー]|$)", "ブラウザー"},
		{"サーバ(?:[^ー]|$)", "サーバー"}, {"コンパイラ(?:[^ー]|$)", "コンパイラー"},
	},
	"ko": {
		{"병행", "동시성"}, {"동시 실행", "동시성"},
		{"패러렐", "병렬성"},
		{"goroutine", "고루틴"}, {"고루틴스", "고루틴"},
		{"데이터 레이스", "데이터 경쟁"}, {"데이터 경합", "데이터 경쟁"},
		{"레이스 컨디션", "경쟁 상태"}, {"경쟁 조건", "경쟁 상태"}, {"경합 상태", "경쟁 상태"},
		{"쓰레드", "스레드"}, {"뮤텍스 락", "락"},
		{"브라우져", "브라우저"}, {"메소드", "메서드"},
	},
}

var (
	fenced    = regexp.MustCompile("(?ms)^```.*?^```")
	spans     = regexp.MustCompile("`[^`\n]*`")
	keysOrURL = regexp.MustCompile(`(?m)^  [a-z-]+:|\]\([^)]*\)|\{#[^}]*\}`)
)

// prose is a page's source without code, addresses and keys.
func prose(t *testing.T, p *render.Page) string {
	t.Helper()
	source, err := fs.ReadFile(docs, strings.TrimPrefix(p.File, "docs/"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(source)
	for _, drop := range []*regexp.Regexp{fenced, spans, keysOrURL} {
		text = drop.ReplaceAllString(text, "")
	}
	if p.Name == "glossary" && p.Lang == "ko" {
		text = regexp.MustCompile(`(?m)^\|.*\|$`).ReplaceAllString(text, "")
	}
	return text
}

func TestPagesKeepToTheGlossary(t *testing.T) {
	everyPage(t, func(t *testing.T, p *render.Page) {
		text := prose(t, p)
		for _, term := range avoided[p.Lang] {
			if found := regexp.MustCompile(term.word).FindString(text); found != "" {
				t.Errorf("%s says %q; the glossary has %s", p.File, found, term.instead)
			}
		}
	})
}

// TestOverlapIsCalledByItsName: the lesson on overlapping waits says which of the two it was.
func TestOverlapIsCalledByItsName(t *testing.T) {
	for lang, terms := range map[string][]string{
		"en": {"concurrent", "parallel"}, "ja": {"並行", "並列"}, "ko": {"동시성", "병렬"},
	} {
		p, _ := load(t, lang, "demos/threads")
		for _, term := range terms {
			if !strings.Contains(prose(t, p), term) {
				t.Errorf("%s never says %s", p.File, term)
			}
		}
	}
}

// TestGlossariesAgree: each language's glossary gives the same terms in the same order.
func TestGlossariesAgree(t *testing.T) {
	english := glossary(t, "en")
	if !slices.Contains(english, "concurrent / 並行 / 동시성") {
		t.Fatalf("the glossary's tables cannot be read: %q", english)
	}
	for _, lang := range []string{"ja", "ko"} {
		if terms := glossary(t, lang); !slices.Equal(terms, english) {
			t.Errorf("docs/%s/glossary.md has\n%q\ndocs/en/glossary.md has\n%q", lang, terms, english)
		}
	}
}

func glossary(t *testing.T, lang string) []string {
	t.Helper()
	source, err := fs.ReadFile(docs, lang+"/glossary.md")
	if err != nil {
		t.Fatal(err)
	}
	var terms []string
	for line := range strings.Lines(string(source)) {
		if cells := strings.Split(line, " | "); len(cells) == 4 {
			terms = append(terms, strings.TrimPrefix(strings.Join(cells[:3], " / "), "| "))
		}
	}
	return terms
}

// TestJapaneseLinesBreakBetweenWideCharacters: these pages put a space between Japanese and Latin
// words, and a line break beside a wide character leaves none. So no line ends there.
func TestJapaneseLinesBreakBetweenWideCharacters(t *testing.T) {
	latin := regexp.MustCompile("(?m)[A-Za-z0-9`]\n *[ぁ-んァ-ヶ一-龠]|[ぁ-んァ-ヶ一-龠]\n *[A-Za-z0-9`]")
	pages, err := fs.Glob(docs, "ja/*.md")
	if err != nil {
		t.Fatal(err)
	}
	lessons, err := fs.Glob(docs, "ja/demos/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(pages, lessons...) {
		source, err := fs.ReadFile(docs, name)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(string(source)[4:], "\n---\n")
		for _, found := range latin.FindAllString(fenced.ReplaceAllString(body, ""), -1) {
			t.Errorf("docs/%s: the space at %q is lost; break the line elsewhere", name, found)
		}
	}
}
