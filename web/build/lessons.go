package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// A lesson is what the pages and the element know of wasm/demos/<name>: the
// contents of demos/<name>/lesson.json, addresses relative to that file.
type lesson struct {
	Name    string     `json:"name"`
	Go      sourceFile `json:"go"`
	Python  sourceFile `json:"python"`
	Usage   string     `json:"usage"`
	Wasm    asset      `json:"wasm"`
	Gotools string     `json:"gotools"`
	Shares  bool       `json:"shares"` // the program uses memory that threads share
	// With which values of flags threads share memory; with any, where it is empty.
	Sharing   map[string]string `json:"sharing"`
	Timeline  string            `json:"timeline"` // the engine that reads traces
	Recorded  recording         `json:"recorded"`
	Broken    []broken          `json:"broken"`
	Reference json.RawMessage   `json:"reference"`
	Words     map[string]words  `json:"words"`
	// Below the site's root, the page that holds it, which is not a page of its own.
	Page   string `json:"page,omitempty"`
	Folder string `json:"folder,omitempty"` // of a program that is no lesson, as go run takes it
}

type sourceFile struct {
	File    string `json:"file"`
	Source  string `json:"source"`
	Colours string `json:"colours,omitempty"` // as web/src/lib/colours.ts reads them
}

type asset struct {
	URL   string `json:"url"`
	Bytes int    `json:"bytes"`
}

// A broken is a program that does not compile, with the compiler's words.
type broken struct {
	sourceFile
	Diagnostics string `json:"diagnostics"`
}

// addLessons builds every lesson, runs it once and adds its lesson.json.
func addLessons(ctx context.Context, s *site, say *progress) error {
	mains, err := filepath.Glob(filepath.Join(s.root, "wasm", "demos", "*", "main.go"))
	if err != nil {
		return err
	}
	for _, main := range mains {
		dir := filepath.Dir(main)
		l, err := s.lesson(ctx, filepath.Base(dir), dir, say)
		if err != nil {
			return fmt.Errorf("lesson %s: %w", filepath.Base(dir), err)
		}
		s.lessons = append(s.lessons, l)
	}
	if err := s.addBeside(ctx, say); err != nil {
		return err
	}
	return s.addLessonFiles()
}

// addLessonFiles orders the lessons and adds each one's lesson.json. It comes
// after all lessons are known: the words of one may hold another.
func (s *site) addLessonFiles() error {
	if err := s.orderLessons(); err != nil {
		return err
	}
	for i := range s.lessons {
		l := &s.lessons[i]
		var err error
		if l.Words, err = s.words("demos/" + l.Name); err != nil {
			return err
		}
		words, err := s.read("en", "demos/"+l.Name)
		if err != nil {
			return err
		}
		l.Sharing = words.Meta.Sharing
		text, err := json.Marshal(l)
		if err != nil {
			return err
		}
		s.add("demos/"+l.Name+"/lesson.json", text)
	}
	return nil
}

func (s *site) lesson(ctx context.Context, name, dir string, say *progress) (lesson, error) {
	l := lesson{Name: name, Broken: []broken{}}
	var err error
	if l.Go, err = readSource(dir, "main.go"); err != nil {
		return l, err
	}
	if l.Python, err = readSource(dir, "main.py"); err != nil {
		return l, err
	}
	wasm, err := s.lessonWasm(ctx, name, dir, say)
	if err != nil {
		return l, err
	}
	l.Wasm = asset{URL: "../../" + s.addHashed(l.Name+".wasm", wasm), Bytes: len(wasm)}
	l.Gotools = "../../" + s.engines["gotools"]
	l.Timeline = "../../" + s.engines["timeline"]
	l.Shares = importsFrom(wasm, "shm")
	if l.Usage, l.Recorded, err = s.record(ctx, l.Name, wasm, say); err != nil {
		return l, err
	}
	if l.Broken, err = s.broken(ctx, dir); err != nil {
		return l, err
	}
	shown := []*sourceFile{&l.Go, &l.Python}
	for i := range l.Broken {
		shown = append(shown, &l.Broken[i].sourceFile)
	}
	if err := s.colour(ctx, shown...); err != nil {
		return l, err
	}
	l.Reference, err = readReference(dir)
	return l, err
}

func readSource(dir, name string) (sourceFile, error) {
	text, err := os.ReadFile(filepath.Join(dir, name))
	return sourceFile{File: name, Source: string(text)}, err
}

// readReference gives CPython's recorded run, null where there is none.
func readReference(dir string) (json.RawMessage, error) {
	text, err := os.ReadFile(filepath.Join(dir, "reference.json"))
	if errors.Is(err, os.ErrNotExist) {
		return json.RawMessage("null"), nil
	}
	if err == nil && !json.Valid(text) {
		err = errors.New("reference.json is not JSON")
	}
	return text, err
}

// lessonWasm builds the lesson, or takes it from the cache: it depends on the
// Go release and on the Go files under wasm/ alone.
func (s *site) lessonWasm(ctx context.Context, lesson, dir string, say *progress) ([]byte, error) {
	sources, err := goSources(filepath.Join(s.root, "wasm"))
	if err != nil {
		return nil, err
	}
	name := key([]byte("lesson"), []byte(s.release.Version), []byte(lesson), sources)
	return s.cache.get(name, func() ([]byte, error) {
		say.step("building lesson %s", lesson)
		return s.compile(ctx, toolchain.Program{Dir: dir})
	})
}

func (s *site) compile(ctx context.Context, p toolchain.Program) ([]byte, error) {
	dir, err := os.MkdirTemp("", "ahiru-lesson-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "main.wasm")
	if _, err := toolchain.Build(ctx, p, out); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// broken compiles the lesson's programs that are meant to fail and keeps the
// compiler's own words. One that compiles after all breaks the build.
func (s *site) broken(ctx context.Context, dir string) ([]broken, error) {
	found := []broken{}
	files, err := filepath.Glob(filepath.Join(dir, "testdata", "broken", "*.go"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		source, err := readSource(filepath.Dir(file), filepath.Base(file))
		if err != nil {
			return nil, err
		}
		said, err := s.cache.get(key([]byte("broken"), []byte(s.release.Version), []byte(source.Source)), func() ([]byte, error) {
			return s.refusal(ctx, source)
		})
		if err != nil {
			return nil, err
		}
		found = append(found, broken{source, string(said)})
	}
	return found, nil
}

func (s *site) refusal(ctx context.Context, source sourceFile) ([]byte, error) {
	program := toolchain.Program{Dir: filepath.Join(s.root, "wasm", "demos"), Files: map[string]string{source.File: source.Source}}
	_, err := s.compile(ctx, program)
	var refused *toolchain.CompileError
	switch {
	case err == nil:
		return nil, fmt.Errorf("%s should not compile, and does", source.File)
	case !errors.As(err, &refused):
		return nil, err
	}
	var said strings.Builder
	for _, d := range refused.Diagnostics {
		fmt.Fprintf(&said, "%s:%d:%d: %s\n", d.File, d.Line, d.Column, d.Message)
	}
	return []byte(said.String()), nil
}
