// Command gopack makes the Go toolchain for the page and writes it, not compressed, to a folder:
//
//	go run ./wasm/toolchain/cmd/gopack -o /tmp/pack
//
// The site builder makes its own; this one is to look at: what is in it, how large it is, how long each step takes.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/toolchain/pack"
)

func main() {
	out := flag.String("o", "pack", "write the files to this `folder`")
	root := flag.String("root", ".", "the `folder` of the module with the lesson libraries")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *root, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gopack:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, root, out string) error {
	begun := time.Now()
	say := func(what string) { fmt.Fprintf(os.Stderr, "%6.1f s  %s\n", time.Since(begun).Seconds(), what) }
	builder := pack.Builder{
		Root: root,
		Step: func(what pack.Step) error { say(string(what)); return nil },
		Far:  func(int, int) {},
		Warn: func(what string) { say("warning: " + what) },
	}
	made, err := builder.Make(ctx)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	for i, file := range made.Files {
		made.Index.Files[i].Name = file.Name
		if err := os.WriteFile(filepath.Join(out, file.Name), file.Contents, 0o666); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(made.Index, "", "\t")
	if err != nil {
		return err
	}
	say(fmt.Sprintf("%d files in %s", len(made.Files), out))
	return os.WriteFile(filepath.Join(out, "index.json"), text, 0o666)
}
