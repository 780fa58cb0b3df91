// Reach tries what a program in the jail must not be able to do, and says what happened.
package main

import (
	"fmt"
	"net/http"
	"syscall/js"
)

func main() {
	for _, name := range []string{"fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
		"importScripts", "indexedDB", "caches", "cookieStore", "localStorage", "sessionStorage", "document", "window", "parent",
		"top", "opener", "frames", "Worker", "SharedWorker", "BroadcastChannel", "navigator", "postMessage", "close"} {
		if !js.Global().Get(name).IsUndefined() {
			fmt.Println("has", name)
		}
	}
	fmt.Println("eval:", attempt(func() js.Value { return js.Global().Call("eval", "6*7") }))
	fmt.Println("Function:", attempt(func() js.Value { return js.Global().Get("Function").New("return 6*7").Invoke() }))
	fmt.Println("crypto:", attempt(func() js.Value {
		bytes := js.Global().Get("Uint8Array").New(16)
		js.Global().Get("crypto").Call("getRandomValues", bytes)
		return js.ValueOf(bytes.Length())
	}))
	_, err := http.Get("http://localhost/")
	fmt.Println("http:", err != nil)
}

func attempt(f func() js.Value) (result string) {
	defer func() {
		if r := recover(); r != nil {
			result = "refused"
		}
	}()
	return f().String()
}
