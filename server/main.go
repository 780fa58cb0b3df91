// Command server serves the built site: a folder of static files, or the
// copy of it that a binary made with -tags embed carries inside.
//
// The site works from any static host; this one only adds what such hosts
// leave out, so that a lesson gets everything a browser can give it:
//
//   - the headers that make a page cross-origin isolated in every frame, a
//     strict content security policy and their companions (headers.go);
//   - the copies compressed at build time, F.br, F.zst and F.gz beside F,
//     chosen by what the client accepts (negotiate.go, catalog.go);
//   - validators and lifetimes: a strong ETag for each copy, "immutable" for
//     names that carry a hash, ranges and conditions as RFC 9110 has them;
//   - refusal of everything else: other methods, dot files, ways out of the
//     folder, request bodies, clients that never finish a header;
//   - a quick way for the plain requests that are most of them (express.go).
//
// The scripts in testdata say the same as requests and answers.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/ahiru-dev/ahiru/server/hostcheck"
)

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "server:", err)
	if _, usage := errors.AsType[usageError](err); usage {
		os.Exit(2)
	}
	os.Exit(1)
}

// run serves until a signal ends it. The address goes to stdout, warnings and
// one line for each request to stderr.
func run(args []string, stdout, stderr io.Writer) error {
	opts, err := parseOptions(args, stdout)
	if err != nil {
		return err
	}
	if opts.check != "" {
		return checkHost(opts.check, stdout)
	}
	tlsConfig, err := loadTLS(opts.cert, opts.key)
	if err != nil {
		return err
	}
	site, siteName, err := openSite(opts.dir)
	if err != nil {
		return err
	}
	listener, err := listen(opts.addr)
	if err != nil {
		return err
	}

	where := address{host: opts.host(), bound: listener.Addr(), tls: tlsConfig != nil}
	fmt.Fprintf(stdout, "Ahiru serves %s on %s\n", siteName, where.url())
	fmt.Fprint(stderr, where.warning())

	// Two places: the first signal asks, the second insists.
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)

	handler := newLateHandler(stderr)
	defer handler.queue.flush()
	log := slog.New(handler)
	tuneCollector()
	return serve(newServer(newHandler(site, log), log, tlsConfig), listener, signals, stderr)
}

// checkLimit bounds a check as a whole, on a line that is slow.
const checkLimit = 5 * time.Minute

// checkHost reports on a host; one that keeps something from readers is an error.
func checkHost(address string, stdout io.Writer) error {
	ctx, cancel := context.WithTimeout(context.Background(), checkLimit)
	defer cancel()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	report, err := hostcheck.Check(ctx, address)
	if err != nil {
		return fmt.Errorf("checking %s: %w", address, err)
	}
	if err := report.Write(stdout); err != nil {
		return err
	}
	if report.Worst() == hostcheck.Broken {
		return errors.New("readers of that host will notice what is marked BROKEN")
	}
	return nil
}

// tuneCollector lets the few megabytes that live here grow to some more before
// they are collected again: an eighth of the work for a small answer. GOGC and
// GOMEMLIMIT in the environment say otherwise.
func tuneCollector() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(4 * keptLimit)
	}
}
