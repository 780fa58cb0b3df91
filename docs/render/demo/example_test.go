package demo_test

import (
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/docs/render/demo"
	"github.com/yuin/goldmark"
)

func Example() {
	lessons := func(name string) (string, bool) {
		return "package main\n\nfunc main() {}\n", name == "threads"
	}
	md := goldmark.New(goldmark.WithExtensions(demo.New(demo.Options{Lang: "ja", Lessons: lessons})))

	page := "Press Run.\n\n```go ahiru=threads params=\"n=20&d=0.2s\"\n```\n"
	if err := md.Convert([]byte(page), os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <p>Press Run.</p>
	// <ahiru-demo name="threads" lang="ja" params="n=20&amp;d=0.2s">
	// <pre><code class="language-go">package main
	//
	// func main() {}
	// </code></pre>
	// </ahiru-demo>
}

func Example_error() {
	none := func(string) (string, bool) { return "", false }
	md := goldmark.New(goldmark.WithExtensions(demo.New(demo.Options{Lessons: none})))
	err := md.Convert([]byte("\n```go ahiru=treads\n```\n"), os.Stdout)
	fmt.Println(err)
	// Output:
	// line 2: there is no lesson "treads"
}
