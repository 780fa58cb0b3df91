// Command build makes the site: from wasm/, web/ and docs/ to dist/. Work that
// has not changed is skipped by content hash; each step says what it does.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
)

func main() {
	config, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		os.Exit(0)
	}
	if err != nil {
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, config); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

// A config says what to build and where.
type config struct {
	root string // the project, absolute
	dist string // where the site goes, absolute
	base string // the site's public address, "" when unknown
	best bool   // compress as well as can be, which is slow
	pack string // when the toolchain for the page is made: one of packTimes
	only bool   // install the web packages and build nothing
}

func parse(args []string) (config, error) {
	var c config
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&c.root, "root", ".", "the project's `folder`")
	flags.StringVar(&c.dist, "dist", "dist", "the `folder` that the site is written to")
	flags.StringVar(&c.base, "site", "", "public `address` of the site (https://host/path), for metadata that must be absolute")
	flags.BoolVar(&c.best, "best", false, "compress at the best quality (minutes)")
	flags.StringVar(&c.pack, "pack", packNow, "make the compiler for the page `now`, with the site; later, in a build of its own; or only")
	flags.BoolVar(&c.only, "packages", false, "install the web packages and build nothing")
	if err := flags.Parse(args); err != nil {
		return c, err
	}
	if !slices.Contains(packTimes, c.pack) {
		fmt.Fprintf(os.Stderr, "build: -pack is one of %q\n", packTimes)
		return c, errors.New("bad flag")
	}
	var err error
	if c.base, err = publicAddress(c.base); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		return c, err
	}
	if c.root, err = filepath.Abs(c.root); err != nil {
		return c, err
	}
	c.dist, err = filepath.Abs(c.dist)
	return c, err
}

// run is the build's table of contents.
func run(ctx context.Context, c config) error {
	say := newProgress(os.Stderr)
	release, err := goRelease(ctx)
	if err != nil {
		return err
	}
	if c.pack == packOnly {
		return publishPack(ctx, c, release, say)
	}
	if err := installPackages(ctx, c, say); err != nil || c.only {
		return err
	}
	stamp, err := stampOf(c, release)
	if err != nil {
		return err
	}
	packed, err := packStamp(c, release)
	if err != nil {
		return err
	}
	if upToDate(c.dist, stamp) && (c.pack == packLater || packUpToDate(c.dist, packed)) {
		say.done("nothing has changed since the last build")
		return nil
	}
	s := newSite(c, release, stamp)
	s.packStamp = packed
	for _, step := range []func(context.Context, *site, *progress) error{
		addScripts, addStyles, addIcons, addEngines, addLessons, addPlay, addMap, addLicenses, addCovers, addSingles, addPages, addPack,
	} {
		if err := step(ctx, s, say); err != nil {
			return err
		}
	}
	if err := publish(ctx, s, say); err != nil {
		return err
	}
	say.done(fmt.Sprintf("%d files in %s", len(s.files), c.dist))
	return nil
}
