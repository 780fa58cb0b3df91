package main

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"time"
)

// exits starts processes that end in all ways and tells what their parent is told.
func exits() {
	for _, how := range []string{"0", "7", "-1", "panic", "deadlock", "error"} {
		c := start("exit", how)
		fmt.Println(how, c.Pid, c.Start > 0, c.wait())
	}
	fmt.Println("recurse", strings.Contains(start("recurse", "").wait().Reason, "nested deeper"))
}

func childExits(how string) {
	switch how {
	case "panic":
		fmt.Fprintln(os.Stderr, "panic: not yet")
		panic("quack\nand more")
	case "deadlock":
		<-make(chan int)
	case "error":
		fmt.Fprintln(os.Stderr, "panic: only words")
		os.Exit(1)
	}
	var code int
	fmt.Sscan(how, &code)
	os.Exit(code)
}

const bulkBytes = 10 << 20

// bulk has 10 MiB come through a pipe, having looked at how far the writer got before anybody read.
func bulk() {
	p := newPipe()
	c := start("bulk", p.Write, p.Write)
	r := p.reader()
	time.Sleep(300 * time.Millisecond)
	progress, err := os.ReadFile("/tmp/progress")
	must(err)
	h := crc32.NewIEEE()
	n, err := io.Copy(h, r)
	fmt.Println(string(progress), n, h.Sum32() == crc32.ChecksumIEEE(bulkData()), err, c.wait())
}

func bulkData() []byte {
	data := make([]byte, bulkBytes)
	for i := range data {
		data[i] = byte(i * i >> 8)
	}
	return data
}

// bulkChild writes in pieces of an odd size and notes after each how much is out.
func bulkChild(path string) {
	w := open(path, os.O_WRONLY)
	data := bulkData()
	for at := 0; at < len(data); {
		n, err := w.Write(data[at:min(at+30_001, len(data))])
		must(err)
		at += n
		if at < 100_000 {
			must(os.WriteFile("/tmp/progress", fmt.Append(nil, at), 0o600))
		}
	}
}

// lines has several processes print lines in two halves.
func lines() {
	fmt.Print("begun alone, ")
	var all []*child
	for i := range 4 {
		all = append(all, start("half lines", strings.Repeat(string(rune('a'+i)), 20)))
		if i == 0 {
			fmt.Println("finished among others")
		}
	}
	for range 10 {
		fmt.Println("parent parent")
		time.Sleep(20 * time.Millisecond)
	}
	for _, c := range all {
		c.wait()
	}
	fmt.Print("the last line has no end")
}

func halfLines(word string) {
	for range 20 {
		os.Stdout.WriteString(word)
		time.Sleep(5 * time.Millisecond)
		os.Stdout.WriteString(word + "\n")
	}
	os.Stdout.WriteString("end " + word)
}

// folder starts a process from another folder; what that prints comes through a pipe.
func folder() {
	must(os.MkdirAll("/tmp/deep/er", 0o755))
	must(os.Chdir("/tmp/deep/er"))
	p := newPipe()
	c := startInto(p.Write, "folder", "one")
	text, err := io.ReadAll(p.reader())
	fmt.Printf("%s%v %v\n", text, err, c.wait())
}

// printFolder has a process of its own say more, in its own place on the same standard output.
func printFolder(more string) {
	wd, err := os.Getwd()
	fmt.Println(wd, err, os.Getpid(), os.Getppid(), os.Args[1:], more)
	if more == "one" {
		start("folder", "two").wait()
	}
}

// leave ends while its children go on, some of them in a loop without an end.
func leave() {
	for range 3 {
		start("spin", "")
		start("hang", "")
	}
	fmt.Println("leaving")
}

// kill ends a process with all below it, in the middle of a write.
func kill() {
	p := newPipe()
	c := start("family", p.Write, p.Write)
	r := p.reader()
	first := make([]byte, 5)
	_, err := io.ReadFull(r, first)
	must(err)
	must(c.kill())
	fmt.Println(c.wait())
	rest, err := io.ReadAll(r)
	fmt.Println(len(rest) >= 60_000, len(rest) < 1<<20, bytes.Count(rest, []byte{1}) == len(rest), err)
	fmt.Println(c.kill())
}

// family starts a process of its own that fills the pipe, and waits for it.
func family(path string) { start("fill", path, path).wait() }

// fill writes one piece that the pipe does not hold.
func fill(path string) {
	_, err := open(path, os.O_WRONLY).Write(bytes.Repeat([]byte{1}, 1<<20))
	fmt.Println("this is never printed", err)
}
