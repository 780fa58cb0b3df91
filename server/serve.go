package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"
)

const (
	// headerLimit cuts clients that drip their header: one that is honest
	// needs a round trip, a slow phone two seconds.
	headerLimit = 5 * time.Second

	// idleLimit keeps a connection for the next page.
	idleLimit = 2 * time.Minute

	// stallLimit is how long the next stallChunk bytes of an answer may
	// take. It bounds a client that stops reading, not the download: 1 kB/s
	// is enough for a file of any size.
	stallLimit = 5 * time.Minute
	stallChunk = 256 << 10

	// headerBytes is far above what browsers send and bounds what ranges
	// and codings we may have to read.
	headerBytes = 32 << 10
)

// newServer puts the limits around the handler.
func newServer(handler http.Handler, log *slog.Logger, config *tls.Config) *http.Server {
	return &http.Server{
		Handler:           handler,
		TLSConfig:         config,
		ReadHeaderTimeout: headerLimit,
		IdleTimeout:       idleLimit,
		WriteTimeout:      stallLimit, // the first chunk; answer.ReadFrom extends it
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),

		// "OPTIONS *" is a method like others: 405.
		DisableGeneralOptionsHandler: true,
	}
}

// serve answers on listener until the first signal, then lets the answers
// under way finish; a second signal ends them too.
func serve(server *http.Server, listener net.Listener, signals <-chan os.Signal, notes io.Writer) error {
	finish := func(bool) {}
	if h, ours := server.Handler.(*handler); ours && server.TLSConfig == nil {
		quick := newExpress(listener, h, server)
		listener, finish = quick, quick.finish
	}
	failed := make(chan error, 1)
	go func() {
		if server.TLSConfig != nil {
			failed <- server.ServeTLS(listener, "", "")
			return
		}
		failed <- server.Serve(listener)
	}()

	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", listener.Addr(), err)
	case <-signals:
	}
	fmt.Fprintln(notes, "Stopping: downloads under way may finish, a second signal ends them.")

	finished := make(chan error, 1)
	go func() {
		err := server.Shutdown(context.Background())
		finish(false)
		finished <- err
	}()
	select {
	case err := <-finished:
		return err
	case <-signals:
		server.Close()
		finish(true)
		return errors.New("ended by the second signal: downloads under way were cut")
	}
}
