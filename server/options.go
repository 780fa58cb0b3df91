package main

import (
	"flag"
	"fmt"
	"io"
	"net"
	"strings"
)

// options is what the command line says.
type options struct {
	addr      string // host:port, the host may be empty, the port 0
	dir       string // empty: the site inside the binary
	cert, key string // PEM files, both or neither
	check     string // address of a host to look at, in place of serving
}

// usageError is a mistake on the command line: exit status 2.
type usageError struct{ sentence string }

func (e usageError) Error() string { return e.sentence + " (-h lists the flags)" }

// parseOptions reads the flags. The text of -h goes to help; every other
// error is a usageError of one sentence.
func parseOptions(args []string, help io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("server", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.addr, "addr", "localhost:8080", "serve on `host:port`; port 0 takes a free one")
	flags.StringVar(&o.dir, "dir", defaultDir, "serve the site in this `folder`"+dirNote)
	flags.StringVar(&o.cert, "tls-cert", "", "PEM `file` with the certificate chain; serves https")
	flags.StringVar(&o.key, "tls-key", "", "PEM `file` with the certificate's private key")
	flags.StringVar(&o.check, "check", "", "serve nothing: look at the host that serves the site at this `address`, and say what it should do otherwise")

	err := flags.Parse(args)
	if err == flag.ErrHelp {
		fmt.Fprintln(help, "Usage: server [flags]")
		flags.SetOutput(help)
		flags.PrintDefaults()
		return o, err
	}
	if err != nil {
		return o, usageError{err.Error()}
	}
	if flags.NArg() > 0 {
		return o, usageError{fmt.Sprintf("%q is not a flag: the folder is named with -dir", flags.Arg(0))}
	}
	return o, o.validate()
}

func (o options) validate() error {
	if _, port, err := net.SplitHostPort(o.addr); err != nil {
		return usageError{fmt.Sprintf("-addr %q is not host:port, such as localhost:8080", o.addr)}
	} else if _, err := net.LookupPort("tcp", port); err != nil || port == "" {
		return usageError{fmt.Sprintf("-addr %q has no valid port: a number from 0 to 65535", o.addr)}
	}
	if (o.cert == "") != (o.key == "") {
		return usageError{"-tls-cert and -tls-key go together: give both for https or neither for http"}
	}
	if o.dir == "" && defaultDir != "" {
		return usageError{"-dir names no folder"}
	}
	return nil
}

// host is the host as the command line names it, "" for every interface.
func (o options) host() string {
	host, _, err := net.SplitHostPort(o.addr)
	if err != nil {
		return ""
	}
	return strings.ToLower(strings.TrimSuffix(host, "."))
}
