// Package examples holds the small programs that the page for writing one's
// own offers to begin with. Each is a folder with one file; List names them in
// the order of the menu.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed */*.go
var files embed.FS

// An Example is one program of the menu.
type Example struct {
	Name   string            // its folder
	Titles map[string]string // what it shows, by language
}

// List is the menu, the program that stands in the editor at first on top.
var List = []Example{
	{"hello", titles("Hello", "こんにちは", "인사")},
	{"goroutines", titles("Goroutines: ten waits at once", "goroutine: 十個の待ちを同時に", "고루틴: 열 번의 대기를 함께")},
	{"select", titles("select: whichever comes first", "select: 先に来たものを受け取る", "select: 먼저 오는 것을 받기")},
	{"workerpool", titles("A worker pool", "ワーカープール", "워커 풀")},
	{"pipeline", titles("A pipeline of channels", "チャネルのパイプライン", "채널 파이프라인")},
	{"context", titles("context: deadlines and causes", "context: 期限と理由", "context: 기한과 이유")},
	{"deadlock", titles("A deadlock", "デッドロック", "교착 상태")},
	{"race", titles("Lost updates, with and without a lock", "失われる更新: ロックあり・なし", "사라지는 갱신: 락이 있을 때와 없을 때")},
	{"generics", titles("Generics", "ジェネリクス", "제네릭")},
	{"iterators", titles("Iterators: range over functions", "イテレーター: 関数を range で回す", "이터레이터: 함수를 range로 돌기")},
	{"tracing", titles("Tasks and regions for the timeline", "タイムラインに出るタスクと区間", "타임라인에 보이는 작업과 구간")},
	{"input", titles("Standard input, flags and arguments", "標準入力、フラグ、引数", "표준 입력, 플래그, 인수")},
	{"tests", titles("Tests, synctest and a benchmark", "テスト、synctest、ベンチマーク", "테스트, synctest, 벤치마크")},
}

func titles(en, ja, ko string) map[string]string {
	return map[string]string{"en": en, "ja": ja, "ko": ko}
}

// Source gives an example's text.
func (e Example) Source() (string, error) {
	names, err := fs.Glob(files, e.Name+"/*.go")
	if err != nil || len(names) != 1 {
		return "", fs.ErrNotExist
	}
	text, err := files.ReadFile(names[0])
	return string(text), err
}
