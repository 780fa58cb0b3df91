// Forge sends the machine messages of its own, in every way it can find.
package main

import (
	"fmt"
	"os"
	"syscall/js"
)

func main() {
	global := js.Global()
	post := global.Get("postMessage")
	fmt.Println("postMessage is there:", !post.IsUndefined())
	files := global.Get("fs")
	nothing := js.FuncOf(func(js.Value, []js.Value) any { return nil })
	odd := []any{
		js.Undefined(), js.Null(), -1, 1e300, "x", true, global.Get("Object").New(),
		global.Get("Uint8Array").New(3), global.Get("Array").New(9),
	}
	for _, name := range []string{"open", "close", "read", "write", "fstat", "stat", "readdir", "mkdir",
		"unlink", "rename", "readlink", "chmod", "utimes", "truncate", "ftruncate", "link", "symlink"} {
		for _, value := range odd {
			for n := range 6 {
				try(files, name, value, n, nothing)
			}
		}
	}
	fmt.Println("survived")
	if len(os.Args) > 1 {
		flood(global)
	}
}

// try calls a function of fs with n times the same odd value.
func try(files js.Value, name string, value any, n int, done js.Func) {
	defer func() { _ = recover() }()
	args := make([]any, 0, 6)
	for range n {
		args = append(args, value)
	}
	files.Call(name, append(args, done)...)
}

// flood calls the system without ever waiting for its answer.
func flood(global js.Value) {
	files := global.Get("fs")
	nothing := js.FuncOf(func(js.Value, []js.Value) any { return nil })
	for {
		files.Call("stat", "/", nothing)
	}
}
