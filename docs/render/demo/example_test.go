package demo_test

import (
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/docs/render/demo"
	"github.com/yuin/goldmark"
)

// shelf is the simplest Lessons: names and sources in a map.
type shelf map[string]string

func (s shelf) Source(name string) ([]byte, bool) {
	code, ok := s[name]
	return []byte(code), ok
}

func Example() {
	lessons := shelf{"threads": "package main\n\nfunc main() {}\n"}
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
	md := goldmark.New(goldmark.WithExtensions(demo.New(demo.Options{Lessons: shelf{}})))
	err := md.Convert([]byte("\n```go ahiru=treads\n```\n"), os.Stdout)
	fmt.Println(err)
	// Output:
	// line 2: there is no lesson "treads"
}
