// Command carry puts a built site into the folder that a binary with -tags
// embed takes in.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/server/carried"
)

func main() {
	dist := flag.String("dist", "dist", "the `folder` of the built site")
	to := flag.String("to", "server/site", "the `folder` to write to")
	flag.Parse()
	if err := carried.Pack(os.DirFS(*dist), *to); err != nil {
		fmt.Fprintln(os.Stderr, "carry:", err)
		os.Exit(1)
	}
}
