// Devices speaks to the kernel's devices for processes as a program may that knows no package proc: in good order, and
// with everything wrong that can be. Its first argument says what it does.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// modes are what the first process does, roles what those do that it starts.
var (
	modes = map[string]func(){
		"exits": exits, "bulk": bulk, "strange": strange, "requests": requests, "lines": lines, "crowd": crowd,
		"folder": folder, "hog": hog, "hogs": hogs, "leave": leave, "alone": alone, "chain": chain, "kill": kill,
		"held": held, "pile": pile,
	}
	roles = map[string]func(arg string){
		"exit": childExits, "bulk": bulkChild, "strange": strangeChild, "half lines": halfLines, "hang": func(string) { hang() },
		"folder": printFolder, "hog": childHog, "spin": func(string) { spin() }, "wait": childWaits, "fill": fill,
		"nothing": func(string) {}, "recurse": func(string) { recurse(0) }, "family": family, "link": link,
	}
)

func main() {
	orders := os.Getenv("AHIRU_PROC")
	if orders == "" {
		modes[os.Args[1]]()
		return
	}
	var o struct {
		Function, Args string
		Pid            int
	}
	must(json.Unmarshal([]byte(orders), &o))
	if o.Pid != os.Getpid() {
		panic("the kernel names two numbers for one process")
	}
	roles[o.Function](o.Args)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// A child is a process as the device tells of it.
type child struct {
	device *os.File
	lines  *bufio.Reader
	Pid    int
	Error  string
	Start  float64 `json:"startMs"`
}

// exit is the last line of the device.
type exit struct {
	Code   int
	Reason string
}

// start starts a process that takes over these ends of pipes.
func start(function, args string, ends ...string) *child {
	return startInto("", function, args, ends...)
}

func startInto(stdout, function, args string, ends ...string) *child {
	if ends == nil {
		ends = []string{}
	}
	request, err := json.Marshal(map[string]any{"function": function, "args": args, "kind": "process", "inherit": ends, "stdout": stdout})
	must(err)
	return ask(string(request) + "\n")
}

func ask(line string) *child {
	c := &child{device: open("/dev/ahiru/spawn", os.O_RDWR)}
	c.lines = bufio.NewReader(c.device)
	_, err := c.device.WriteString(line)
	must(err)
	must(json.Unmarshal([]byte(c.read()), c))
	return c
}

func (c *child) read() string {
	line, err := c.lines.ReadString('\n')
	must(err)
	return line
}

func (c *child) wait() (e exit) {
	must(json.Unmarshal([]byte(c.read()), &e))
	must(c.device.Close())
	return e
}

func (c *child) kill() error {
	return os.WriteFile(fmt.Sprintf("/dev/ahiru/proc/%d/kill", c.Pid), []byte("now"), 0)
}

func open(path string, mode int) *os.File {
	f, err := os.OpenFile(path, mode, 0)
	must(err)
	return f
}

// A pipe is the paths of its two ends; the maker's descriptor keeps both open.
type pipe struct {
	maker       *os.File
	Read, Write string
}

// reader opens the end for reading and keeps the other no longer.
func (p *pipe) reader() *os.File {
	r := open(p.Read, os.O_RDONLY)
	must(p.maker.Close())
	return r
}

func newPipe() *pipe {
	p := &pipe{maker: open("/dev/ahiru/pipe", os.O_RDWR)}
	line, err := bufio.NewReader(p.maker).ReadString('\n')
	must(err)
	must(json.Unmarshal([]byte(line), p))
	return p
}

func hang() { time.Sleep(time.Hour) }

func spin() {
	for turns >= 0 {
		turns ^= 1
	}
}

var turns int

func recurse(n int) int { return recurse(n+1) + 1 }
