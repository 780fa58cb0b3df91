package proc

import (
	"io"
	"os"
	"path"
	"sync/atomic"
	"syscall"
)

// largestRead bounds the buffer that a read makes on the JavaScript side: what a pipe holds.
const largestRead = 64 << 10

// An end is one end of a pipe of the kernel. It is a descriptor of package syscall, since closing an os.File does not
// reach the kernel while a read waits.
type end struct {
	fd     int
	path   string
	closed atomic.Bool
}

func newPipe() (r, w *end, err error) {
	maker, err := openDevice("/dev/ahiru/pipe", syscall.O_RDWR)
	if err != nil {
		return nil, nil, err
	}
	defer maker.Close() // it keeps both ends from counting as closed before they are open
	reply, err := maker.reply()
	if err != nil {
		return nil, nil, err
	}
	if r, err = openEnd(reply["read"], true); err != nil {
		return nil, nil, err
	}
	if w, err = openEnd(reply["write"], false); err != nil {
		_ = r.Close()
		return nil, nil, err
	}
	return r, w, nil
}

// inheritedName is what a child opens to have this end, the position-th that it inherits.
func (e *end) inheritedName(position int) string { return e.path }

func openInherited(name string, reads bool) (*end, error) { return openEnd(name, reads) }

func openEnd(name string, reads bool) (*end, error) {
	mode := syscall.O_WRONLY
	if reads {
		mode = syscall.O_RDONLY
	}
	fd, err := syscall.Open(name, mode, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return &end{fd: fd, path: name}, nil
}

func (e *end) Read(p []byte) (int, error) {
	if e.closed.Load() {
		return 0, os.ErrClosed
	}
	n, err := syscall.Read(e.fd, p[:min(len(p), largestRead)])
	switch {
	case e.closed.Load():
		return 0, os.ErrClosed
	case err != nil:
		return 0, err
	case n == 0 && len(p) > 0:
		return 0, io.EOF
	}
	return n, nil
}

func (e *end) Write(p []byte) (written int, err error) {
	for written < len(p) {
		if e.closed.Load() {
			return written, os.ErrClosed
		}
		n, err := syscall.Write(e.fd, p[written:])
		written += max(n, 0)
		if e.closed.Load() && err != nil {
			return written, os.ErrClosed
		}
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// number tells the end's pipe from others of the run, in traces: 7 of /dev/ahiru/pipe/7/read.
func (e *end) number() string { return path.Base(path.Dir(e.path)) }

// Close ends reads and writes that wait.
func (e *end) Close() error {
	if e.closed.Swap(true) {
		return os.ErrClosed
	}
	return syscall.Close(e.fd)
}
