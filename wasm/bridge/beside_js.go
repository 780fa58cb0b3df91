package bridge

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hack-pad/safejs"
)

// beside is what comes with a call next to its argument.
type beside struct {
	files [][]byte
	tell  func(string)
}

type besideKey struct{}

// Files are the bytes that the page handed over with a call, none if it did not.
func Files(ctx context.Context) [][]byte {
	b, _ := ctx.Value(besideKey{}).(beside)
	return b.files
}

// Tell tells the page of progress within a call. Where nobody listens, and where
// v has no JSON form, it does nothing.
func Tell(ctx context.Context, v any) {
	b, _ := ctx.Value(besideKey{}).(beside)
	if text, err := json.Marshal(v); err == nil && b.tell != nil {
		b.tell(string(text))
	}
}

// readBeside reads the arguments after the second one.
func readBeside(args []safejs.Value) (b beside, err error) {
	if len(args) > 0 && args[0].Type() == safejs.TypeObject {
		if b.files, err = readFiles(args[0]); err != nil {
			return b, fmt.Errorf("reading the files of a call: %w", err)
		}
	}
	if len(args) > 1 && args[1].Type() == safejs.TypeFunction {
		hear := args[1]
		b.tell = func(text string) { _, _ = hear.Invoke(text) } // who does not listen misses it
	}
	return b, nil
}

func readFiles(list safejs.Value) ([][]byte, error) {
	length, err := list.Length()
	if err != nil {
		return nil, err
	}
	files := make([][]byte, length)
	for i := range files {
		file, err := list.Index(i)
		if err != nil {
			return nil, err
		}
		size, err := file.Length()
		if err != nil {
			return nil, err
		}
		files[i] = make([]byte, size)
		if _, err := safejs.CopyBytesToGo(files[i], file); err != nil {
			return nil, err
		}
	}
	return files, nil
}
