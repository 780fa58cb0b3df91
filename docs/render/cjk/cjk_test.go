package cjk

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
)

func convert(t *testing.T, e Extension, source string) string {
	t.Helper()
	var out bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(e)).Convert([]byte(source), &out); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(out.String()), "<p>"), "</p>")
}

func TestEmphasis(t *testing.T) {
	for source, want := range map[string]string{
		"**「並行」**は":                  "<strong>「並行」</strong>は",
		"これは**「並行」**である":             "これは<strong>「並行」</strong>である",
		"これは**重要。**です":               "これは<strong>重要。</strong>です",
		"これは*重要。*です":                 "これは<em>重要。</em>です",
		"**go**文と**`join`**の違い":      "<strong>go</strong>文と<strong><code>join</code></strong>の違い",
		"値は**（約）**1秒":                "値は<strong>（約）</strong>1秒",
		"**동시성(concurrency)**은":      "<strong>동시성(concurrency)</strong>은",
		"이것은 **「중요」**입니다":            "이것은 <strong>「중요」</strong>입니다",
		"これは~~間違い。~~です":              "これは<del>間違い。</del>です",
		"** 開かない**":                  "** 開かない**",
		"2 * 3 * 4":                  "2 * 3 * 4",
		"snake_case_名前_は":            "snake_case_名前_は",
		"a **bold** word":            "a <strong>bold</strong> word",
		"`**「code」**`は":              "<code>**「code」**</code>は",
		`\*\*「escaped」\*\*は`:         "**「escaped」**は",
		"**強調**\\ と":                 "<strong>強調</strong>と",
		"***「両方」***は":                "<em><strong>「両方」</strong></em>は",
		"**[「リンク」](https://a.jp)**は": `<strong><a href="https://a.jp">「リンク」</a></strong>は`,
	} {
		if got := convert(t, Extension{}, source); got != want {
			t.Errorf("%s\n got %s\nwant %s", source, got, want)
		}
	}
}

func TestLineBreaks(t *testing.T) {
	for _, c := range []struct {
		tight        bool
		source, want string
	}{
		{false, "並行\n並列", "並行並列"},
		{false, "並行、\n**並列**\nです", "並行、<strong>並列</strong>です"},
		{false, "동시성\n병렬성", "동시성\n병렬성"},
		{false, "並行\nand", "並行\nand"},
		{false, "plain\ntext", "plain\ntext"},
		{true, "これは\n`go` 文\nです", "これは<code>go</code> 文です"},
		{true, "Go\nの文", "Goの文"},
		{true, "言語 Go\nand C", "言語 Go\nand C"},
		{true, "동시성\n並列", "동시성\n並列"},
		{true, "固い\\\n改行", "固い<br>\n改行"},
		{true, "*強調\n続き*\n終わり", "<em>強調続き</em>終わり"},
		{true, "`code\nspan`の", "<code>code span</code>の"},
	} {
		if got := convert(t, Extension{Tight: c.tight}, c.source); got != c.want {
			t.Errorf("%q tight %v\n got %q\nwant %q", c.source, c.tight, got, c.want)
		}
	}
}
