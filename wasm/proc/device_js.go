package proc

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
)

// A device is a special file of the kernel that takes and gives lines of JSON.
type device struct {
	path string
	fd   int
	rest string // read and not yet given out
}

func openDevice(path string, mode int) (*device, error) {
	fd, err := syscall.Open(path, mode, 0)
	if errors.Is(err, syscall.ENOENT) || errors.Is(err, syscall.ENOSYS) {
		return nil, fmt.Errorf("this program does not run in Ahiru's page, which is where processes are: %w",
			&os.PathError{Op: "open", Path: path, Err: err})
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return &device{path: path, fd: fd}, nil
}

func (d *device) write(line string) error {
	for len(line) > 0 {
		n, err := syscall.Write(d.fd, []byte(line))
		if err != nil {
			return &os.PathError{Op: "write", Path: d.path, Err: err}
		}
		line = line[n:]
	}
	return nil
}

// reply waits for the next line and reads it. The member "error" becomes an error.
func (d *device) reply() (map[string]string, error) {
	line, err := d.readLine()
	if err != nil {
		return nil, &os.PathError{Op: "read", Path: d.path, Err: err}
	}
	members, err := parseLine(line)
	if err != nil {
		return nil, fmt.Errorf("%s answered %q: %w", d.path, line, err)
	}
	if sentence := members["error"]; sentence != "" {
		return nil, errors.New(sentence)
	}
	return members, nil
}

func (d *device) readLine() (string, error) {
	for {
		if line, rest, whole := strings.Cut(d.rest, "\n"); whole {
			d.rest = rest
			return line, nil
		}
		buffer := make([]byte, 1024)
		n, err := syscall.Read(d.fd, buffer)
		if err != nil {
			return "", err
		}
		if n == 0 {
			return "", io.ErrUnexpectedEOF
		}
		d.rest += string(buffer[:n])
	}
}

func (d *device) Close() error { return syscall.Close(d.fd) }
