package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// strange has a process try what is not its own: ends of pipes it was not given, and processes beside and above it.
func strange() {
	p := newPipe()
	brother := start("hang", "")
	c := start("strange", p.Write+" "+p.Read, p.Read)
	fmt.Println(c.wait())
	must(brother.kill())
	fmt.Println(brother.wait())
}

func strangeChild(paths string) {
	write, read, _ := strings.Cut(paths, " ")
	try := func(what string, err error) {
		if err == nil {
			fmt.Println(what, "went through")
			return
		}
		at := strings.LastIndex(err.Error(), ": ")
		fmt.Println(what + err.Error()[at:])
	}
	opened := func(path string, mode int) error {
		_, err := os.OpenFile(path, mode, 0)
		return err
	}
	try("another's end", opened(write, os.O_WRONLY))
	try("its own end, the wrong way", opened(read, os.O_WRONLY))
	try("no end", opened("/dev/ahiru/pipe/99/read", os.O_RDONLY))
	try("no number", opened("/dev/ahiru/pipe/x/read", os.O_RDONLY))
	try("its brother", os.WriteFile("/dev/ahiru/proc/2/kill", []byte("x"), 0))
	try("its parent", os.WriteFile("/dev/ahiru/proc/1/kill", []byte("x"), 0))
	try("itself", os.WriteFile(fmt.Sprintf("/dev/ahiru/proc/%d/kill", os.Getpid()), []byte("x"), 0))
	try("nobody", os.WriteFile("/dev/ahiru/proc/77/kill", []byte("x"), 0))
	fmt.Println(start("nothing", "", write).Error)
	fmt.Println(startInto(write, "nothing", "").Error)
	fmt.Println(startInto(read, "nothing", "").Error)
}

// requests asks for processes in ways that cannot be understood.
func requests() {
	for _, line := range []string{"\n", "null\n", "[]\n", "{}\n", `{"function":"nothing"}` + "\n",
		`{"function":"nothing","args":"","kind":"demon","inherit":[],"stdout":""}` + "\n",
		`{"function":"nothing","args":"","kind":"process","inherit":[7],"stdout":""}` + "\n",
		`{"function":"","args":"","kind":"process","inherit":[],"stdout":""}` + "\n"} {
		if c := ask(line); !strings.Contains(c.Error, "one line of JSON") {
			fmt.Printf("%q was answered by %+v\n", line, c)
		}
	}
	fmt.Println(start("nothing", strings.Repeat("x", 9000)).Error)
	d := open("/dev/ahiru/spawn", os.O_RDWR)
	_, err := d.Read(make([]byte, 10))
	fmt.Println(err)
	_, err = d.WriteString(strings.Repeat(" ", 1<<20))
	fmt.Println(err)
	_, err = open("/dev/ahiru/pipe", os.O_RDWR).WriteString("x")
	fmt.Println(err)
	c := start("exit", "0")
	_, err = c.device.WriteString("{}\n")
	fmt.Println(err, c.wait())
}

// crowd starts as many processes as it may, and one more when one has ended.
func crowd() {
	var all []*child
	for {
		c := start("hang", "")
		if c.Error != "" {
			fmt.Println(len(all), c.Error)
			break
		}
		all = append(all, c)
	}
	must(all[9].kill())
	fmt.Println(all[9].wait())
	fmt.Println(start("nothing", "").wait())
}

// hog has a process take too much memory, and goes on without it.
func hog() {
	fmt.Println(start("hog", "1000").wait())
	fmt.Println("went on")
}

// hogs has processes take too much memory together.
func hogs() {
	for range 5 {
		start("hog", "60")
	}
	hang()
}

func childHog(mib string) {
	var n int
	fmt.Sscan(mib, &n)
	for range n {
		piece := make([]byte, 1<<20)
		for i := range piece {
			piece[i] = 1
		}
		kept = append(kept, piece)
	}
	hang()
}

var kept [][]byte

// pile has reads wait by the thousand on one descriptor, which package os would not.
func pile() {
	p := newPipe()
	r, w := open(p.Read, os.O_RDONLY), open(p.Write, os.O_WRONLY)
	const asked = 1500
	ended := make(chan error, asked)
	for range asked {
		go func() {
			_, err := syscall.Read(int(r.Fd()), make([]byte, 1))
			ended <- err
		}()
	}
	refused := 0
	for ; refused < asked-1024; refused++ {
		if err := <-ended; err != syscall.ENOBUFS {
			fmt.Println("a read ended with", err)
		}
	}
	fmt.Println(refused, "refused")
	_, err := w.Write(make([]byte, 1024))
	must(err)
	for range 1024 {
		must(<-ended)
	}
	_, err = w.WriteString("x")
	must(err)
	n, err := r.Read(make([]byte, 1))
	fmt.Println("after that:", n, err)
}

// alone waits for what only it could send.
func alone() {
	p := newPipe()
	r, w := open(p.Read, os.O_RDONLY), open(p.Write, os.O_WRONLY)
	fmt.Println("waiting")
	_, _ = r.Read(make([]byte, 1))
	must(w.Close())
}

// chain has each process wait for the one that it started, and the last for the first.
func chain() {
	p := newPipe()
	link(fmt.Sprint("3 ", p.Read, " ", p.Write))
}

func link(orders string) {
	var left int
	var read, write string
	fmt.Sscan(orders, &left, &read, &write)
	if left == 0 {
		_, _ = open(read, os.O_RDONLY).Read(make([]byte, 1))
		return
	}
	fmt.Println(left)
	start("link", fmt.Sprint(left-1, " ", read, " ", write), read, write).wait()
}

func childWaits(path string) { _, _ = open(path, os.O_RDONLY).Read(make([]byte, 1)) }

// held waits for a process that waits for it, while another is busy: no deadlock before that has ended.
func held() {
	p := newPipe()
	waiting := start("wait", p.Read, p.Read)
	busy := start("half lines", "x")
	fmt.Println(busy.wait())
	waiting.wait()
}
