// Package bridge is the one place where Go and the page's JavaScript meet. A
// main of wasm/cmd hands it a table of functions; a page calls them through
// web/src/machine/engine.ts. Nothing else in this module may import
// syscall/js or safejs.
//
// The contract stands here and at the head of engine.ts in the same words; a
// test compares them.
//
//	CONTRACT
//	The worker defines globalThis.ahiruEngine, an object, before it starts the program.
//	The program calls ahiruEngine.serve(names, call) once: names is a JSON array of strings, sorted.
//	call(name, argument, files, tell) takes two strings, the second is JSON, and returns a Promise of a JSON string.
//	files, an array of Uint8Array, holds bytes that JSON would swell; tell(json) hears of progress while the call runs. Both may be undefined.
//	The Promise is rejected with an Error whose message is one sentence: an unknown name, an error, a panic.
//	A panic ends the call, not the program: the next call is answered.
//	Calls may overlap; each runs in a goroutine of its own. One gesture of a reader is one call.
//	A call is cancelled by ending the worker: the page then starts a new one.
//	END
package bridge
