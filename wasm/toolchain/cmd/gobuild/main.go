// Command gobuild builds one Go program for the page:
//
//	go run ./wasm/toolchain/cmd/gobuild -o threads.wasm ./wasm/demos/threads
//
// What it prints when the program is at fault are the compiler's own words; it exits with status 1 then, and with 2
// when it was called wrongly. With -companion it shows the file that every program gets beside its own.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

func main() {
	out := flag.String("o", "main.wasm", "write the WebAssembly module to this `file`")
	companion := flag.Bool("companion", false, "print the file that is added to every program, and stop")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: gobuild [-o file] folder\n       gobuild -companion")
		flag.PrintDefaults()
	}
	flag.Parse()
	if *companion {
		fmt.Print(toolchain.Companion)
		return
	}
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := build(flag.Arg(0), *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build(dir, out string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	_, err := toolchain.Build(ctx, toolchain.Program{Dir: dir}, out)
	return err
}
