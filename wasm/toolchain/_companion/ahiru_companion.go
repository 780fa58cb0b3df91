package main

// This file is compiled into every program that runs in the page, beside the program's own files,
// which stay untouched. It does nothing unless the environment asks for a trace.
//
// It has to live with any program, so it declares no name of its own, its imports carry names that
// nobody chooses, and it spells no predeclared one (nil, true, error …): a program may have
// given those another meaning for the whole package.

import (
	ahiruExitHook "internal/runtime/exithook"
	ahiruOS "os"
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
		failure = ahiruTrace.Start(file)
	}
	if failure != nothing {
		ahiruOS.Stderr.WriteString("this run has no trace: " + failure.Error() + "\n")
		return
	}
	// Stop writes what is still held back: when main returns and on os.Exit of any status.
	// A panic writes it by itself.
	ahiruExitHook.Add(ahiruExitHook.Hook{F: ahiruTrace.Stop, RunOnFailure: path != ""})

	// The tracer's own timer keeps Go from calling a deadlock by its name. Whoever runs the program
	// and finds it idle calls this first. Stop waits for a write, which a callback must not do.
	ahiruJS.Global().Set("ahiruStopTrace", ahiruJS.FuncOf(func(ahiruJS.Value, []ahiruJS.Value) interface{} {
		go ahiruTrace.Stop()
		return nothing
	}))
}
