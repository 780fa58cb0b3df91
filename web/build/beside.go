package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/docs/render"
)

// addBeside builds the programs that pages beside the lessons hold:
// wasm/beside/<page>/<name>/, which a fence of that page calls <page>-<name>.
// Each is a lesson to the element, and has no page of its own.
func (s *site) addBeside(ctx context.Context, say *progress) error {
	mains, err := filepath.Glob(filepath.Join(s.root, "wasm", "beside", "*", "*", "main.go"))
	if err != nil {
		return err
	}
	for _, main := range mains {
		dir := filepath.Dir(main)
		page := filepath.Base(filepath.Dir(dir))
		l, err := s.lesson(ctx, page+"-"+filepath.Base(dir), dir, say)
		if err != nil {
			return fmt.Errorf("the program %s of the page %s: %w", filepath.Base(dir), page, err)
		}
		l.Page = render.Path("en", page)
		l.Folder = "./wasm/beside/" + page + "/" + filepath.Base(dir)
		s.beside = append(s.beside, l)
	}
	for i := range s.beside {
		if err := s.addBesideFile(&s.beside[i]); err != nil {
			return err
		}
	}
	return nil
}

// addBesideFile adds a program's lesson.json. It comes after all programs are
// known: the words of their page hold them.
func (s *site) addBesideFile(l *lesson) error {
	page := filepath.Base(filepath.Dir(l.Folder))
	var err error
	if l.Words, err = s.words(page); err != nil {
		return err
	}
	text, err := json.Marshal(l)
	if err != nil {
		return err
	}
	s.add("demos/"+l.Name+"/lesson.json", text)
	return nil
}
