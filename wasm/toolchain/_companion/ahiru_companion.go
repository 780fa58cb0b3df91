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
	ahiruOS "os"
	ahiruProfiles "runtime/pprof" // a small one stands in for it, in programs that do not link it themselves
	ahiruTrace "runtime/trace"
	ahiruJS "syscall/js" // also brings the words of "all goroutines are asleep - deadlock!" to js/wasm
)

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

// The compiler is given this file first, so its init runs before the program's own.
func init() {
	path := ahiruOS.Getenv("AHIRU_TRACE")
	if path == "" {
		return
	}
	var nothing interface{}
	file, failure := ahiruOS.Create(path)
	if failure == nothing {
		// The tracer's bytes are handed on a generation at a time, in a call that waits for nothing: one that a
		// callback had to end would need a program that comes to rest.
		var held ahiruBytes.Buffer
		before, system := held.Len(), ahiruJS.Global().Get("fs")
		failure = ahiruTrace.Start(ahiruAndThen(held.Write, func() {
			length := held.Len()
			ends := length-before == 1 // alone, the byte that ends a generation
			before = length
			if !ends {
				return
			}
			part := ahiruJS.Global().Get("Uint8Array").New(length)
			ahiruJS.CopyBytesToJS(part, held.Bytes())
			held.Reset()
			before = held.Len()
			// The file is asked each time, so that it is held: a file that nobody holds is closed by the next
			// collection, and the look for leaks is one.
			if system.Call("writeSync", file.Fd(), part).Int() < length {
				go ahiruTrace.Stop() // nobody wants more
			}
		}))
	}
	if failure != nothing {
		ahiruOS.Stderr.WriteString("this run has no trace: " + failure.Error() + "\n")
		return
	}
	// end leaves word of leaked goroutines in the trace, and then writes what is still held back.
	end := func() {
		tell := func(what ahiruBytes.Buffer) {
			ahiruTrace.Log(ahiruContext.Background(), "ahiru", what.String())
		}
		var word ahiruBytes.Buffer
		word.WriteString("leak 0 look")
		tell(word)
		var room ahiruBytes.Buffer
		ahiruProfiles.Lookup("goroutineleak").WriteTo(&room, 2) // looks for them, and writes every stack
		gap, mark := ahiruBytes.NewBufferString("\n\n").Bytes(), ahiruBytes.NewBufferString(" (leaked)").Bytes()
		for _, stack := range ahiruBytes.Split(room.Bytes(), gap) { // "goroutine 7 [chan send (leaked)]:" and its calls
			head, _, _ := ahiruBytes.Cut(stack, gap[:1])
			if words := ahiruBytes.Fields(head); ahiruBytes.Contains(head, mark) {
				var word ahiruBytes.Buffer
				word.WriteString("leak ")
				word.Write(words[1])
				word.WriteString(" found")
				tell(word)
			}
		}
		ahiruTrace.Stop()
	}
	// When main returns and on os.Exit of any status. A panic writes the trace by itself.
	ahiruExitHook.Add(ahiruExitHook.Hook{F: end, RunOnFailure: path != ""})

	// The tracer's own timer keeps Go from calling a deadlock by its name. Whoever runs the program
	// and finds it idle calls this first. Stop waits for a write, which a callback must not do.
	ahiruJS.Global().Set("ahiruStopTrace", ahiruJS.FuncOf(func(ahiruJS.Value, []ahiruJS.Value) interface{} {
		go ahiruTrace.Stop() // without a look for leaks: it would change the words of Go's own report
		return nothing
	}))
}
