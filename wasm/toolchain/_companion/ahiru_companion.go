package main

// This file is compiled into every program that runs in the page, beside the program's own files,
// which stay untouched. It does nothing unless the environment asks for a trace.
//
// It has to live with any program, so what it declares and imports carries names that nobody
// chooses, and it spells no predeclared one (nil, true, error …): a program may have
// given those another meaning for the whole package.

import (
	ahiruBytes "bytes"
	ahiruContext "context"
	ahiruExitHook "internal/runtime/exithook"
	ahiruIO "io"
	ahiruOS "os"
	ahiruRuntime "runtime"
	ahiruProfiles "runtime/pprof" // a small one stands in for it, in programs that do not link it themselves
	ahiruTrace "runtime/trace"
	ahiruJS "syscall/js" // also brings the words of "all goroutines are asleep - deadlock!" to js/wasm
)

// The compiler is given this file first, so its init runs before the program's own.
func init() {
	path := ahiruOS.Getenv("AHIRU_TRACE")
	if path == "" {
		return
	}
	var nothing interface{}
	file, failure := ahiruOS.Create(path)
	if failure == nothing {
		parts := &ahiruParts{file: file}
		failure = ahiruTrace.Start(parts.writer())
	}
	if failure != nothing {
		ahiruOS.Stderr.WriteString("this run has no trace: " + failure.Error() + "\n")
		return
	}
	// When main returns and on os.Exit of any status. A panic writes the trace by itself.
	ahiruExitHook.Add(ahiruExitHook.Hook{F: ahiruEnd, RunOnFailure: path != ""})
	ahiruObey()
}

// An ahiruParts hands the tracer's bytes on a generation at a time, in a call that waits for nothing: one that a
// callback had to end would need a program that comes to rest.
type ahiruParts struct {
	// It is asked for its number each time, so that it is held: a file that nobody holds is closed by the next
	// collection, and the look for leaks is one.
	file *ahiruOS.File
	held ahiruBytes.Buffer
}

func (p *ahiruParts) writer() ahiruIO.Writer {
	before, system := p.held.Len(), ahiruJS.Global().Get("fs")
	return ahiruAndThen(p.held.Write, func() {
		length := p.held.Len()
		ends := length-before == 1 // alone, the byte that ends a generation
		before = length
		if !ends {
			return
		}
		part := ahiruJS.Global().Get("Uint8Array").New(length)
		ahiruJS.CopyBytesToJS(part, p.held.Bytes())
		p.held.Reset()
		before = p.held.Len()
		if system.Call("writeSync", p.file.Fd(), part).Int() < length {
			go ahiruTrace.Stop() // nobody wants more
		}
	})
}

// ahiruObey lets whoever runs the program ask and stop the tracer, whose own timers keep Go from calling a deadlock by
// its name. Stop waits for a write, which a callback must not do.
func ahiruObey() {
	var nothing interface{}
	ahiruJS.Global().Set("ahiruTrace", ahiruJS.FuncOf(func(_ ahiruJS.Value, said []ahiruJS.Value) interface{} {
		switch said[0].String() {
		case "sleeps":
			return ahiruSleeps()
		case "stop":
			go ahiruTrace.Stop() // without a look for leaks: it would change the words of Go's own report
		}
		return nothing
	}))
}

// ahiruSleeps tells whether any goroutine is in time.Sleep; nothing where there are too many to say.
func ahiruSleeps() interface{} {
	var room ahiruBytes.Buffer
	room.Grow(1 << 20)
	stacks := room.AvailableBuffer()[:room.Available()]
	length := ahiruRuntime.Stack(stacks, room.Available() > 0)
	if length == room.Available() {
		var nothing interface{}
		return nothing
	}
	return ahiruBytes.Contains(stacks[:length], ahiruBytes.NewBufferString(" [sleep").Bytes())
}

// An ahiruThen writes, and does something more. Its parameters stand for types that a program may have hidden.
type ahiruThen[Bytes, Count, Failure interface{}] struct {
	write func(Bytes) (Count, Failure)
	then  func()
}

func (w *ahiruThen[Bytes, Count, Failure]) Write(bytes Bytes) (Count, Failure) {
	count, failure := w.write(bytes)
	w.then()
	return count, failure
}

func ahiruAndThen[Bytes, Count, Failure interface{}](write func(Bytes) (Count, Failure), then func()) *ahiruThen[Bytes, Count, Failure] {
	return &ahiruThen[Bytes, Count, Failure]{write, then}
}

// ahiruEnd leaves word of leaked goroutines in the trace, and then writes what is still held back.
func ahiruEnd() {
	var room ahiruBytes.Buffer
	ahiruTell(*ahiruBytes.NewBufferString("leak 0 look"))
	ahiruProfiles.Lookup("goroutineleak").WriteTo(&room, 2) // looks for them, and writes every stack
	gap, mark := ahiruBytes.NewBufferString("\n\n").Bytes(), ahiruBytes.NewBufferString(" (leaked)").Bytes()
	for _, stack := range ahiruBytes.Split(room.Bytes(), gap) { // "goroutine 7 [chan send (leaked)]:" and its calls
		head, _, _ := ahiruBytes.Cut(stack, gap[:1])
		if words := ahiruBytes.Fields(head); ahiruBytes.Contains(head, mark) {
			word := ahiruBytes.NewBufferString("leak ")
			word.Write(words[1])
			word.WriteString(" found")
			ahiruTell(*word)
		}
	}
	ahiruTrace.Stop()
}

func ahiruTell(what ahiruBytes.Buffer) {
	ahiruTrace.Log(ahiruContext.Background(), "ahiru", what.String())
}
