package proc

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// spawn has the kernel start a worker; see the package comment for the protocol.
func spawn(s *spec) (running, error) {
	p, err := s.pack()
	if err != nil {
		return running{}, err
	}
	d, err := openDevice("/dev/ahiru/spawn", syscall.O_RDWR)
	if err != nil {
		p.feed(false)
		return running{}, err
	}
	r, err := ask(d, s, p)
	if err != nil {
		_ = d.Close()
	}
	p.feed(err == nil)
	return r, err
}

func ask(d *device, s *spec, p *packed) (r running, err error) {
	if err := d.write(request(s, p)); err != nil {
		return r, err
	}
	reply, err := d.reply()
	if err != nil {
		return r, err
	}
	if r.pid, err = strconv.Atoi(reply["pid"]); err != nil {
		return r, fmt.Errorf("the kernel named no process: %w", err)
	}
	ms, err := strconv.ParseFloat(reply["startMs"], 64)
	if err != nil {
		return r, fmt.Errorf("the kernel told no start-up time: %w", err)
	}
	r.startUp = time.Duration(ms * float64(time.Millisecond))
	r.wait = func() (Exit, error) { return awaitExit(d) }
	if !s.thread {
		r.kill = func() error { return kill(r.pid) }
	}
	return r, nil
}

// request is the line for the kernel; nothing in it needs an escape.
func request(s *spec, p *packed) string {
	kind, stdout := "process", ""
	if s.thread {
		kind = "thread"
	}
	if s.stdout != nil {
		stdout = s.stdout.end.path
	}
	var paths []string
	for _, e := range p.ends {
		paths = append(paths, `"`+e.path+`"`)
	}
	return `{"function":"` + s.function + `","args":"` + p.sealed + `","kind":"` + kind +
		`","inherit":[` + strings.Join(paths, ",") + `],"stdout":"` + stdout + "\"}\n"
}

func awaitExit(d *device) (Exit, error) {
	defer d.Close()
	end, err := d.reply()
	if err != nil {
		return Exit{}, err
	}
	code, err := strconv.Atoi(end["code"])
	if err != nil {
		return Exit{}, fmt.Errorf("the kernel told no status: %w", err)
	}
	return makeExit(code, end["reason"]), nil
}

func kill(pid int) error {
	d, err := openDevice("/dev/ahiru/proc/"+strconv.Itoa(pid)+"/kill", syscall.O_WRONLY)
	if errors.Is(err, syscall.ENOENT) {
		return nil // it has ended meanwhile
	}
	if err != nil {
		return err
	}
	defer d.Close()
	return d.write("kill\n")
}

// settle takes note of the memory that a thread shares. The kernel ends a child when its parent ends.
func settle(o *orders) error {
	space = o.parcel.Space
	return nil
}
