// Library tells what the lesson libraries tell in their traces.
package main

import (
	"context"
	"runtime/trace"
	"time"
)

func main() {
	say("lock 1 wait")
	say("lock 1 take")
	go func() {
		say("pipe 1 receive 120")
		say("pool 2 begin square")
		time.Sleep(time.Millisecond)
		say("pool 2 end")
	}()
	say("pipe 1 open read")
	say("pipe 1 open write")
	say("pipe 1 send 120")
	say("pipe 1 sent")
	say("pipe 1 send 7")
	time.Sleep(2 * time.Millisecond)
	say("lock 1 drop")
	say("barrier 4 wait 1")
	for begun := time.Now(); time.Since(begun) < time.Millisecond; { // its thread waits
	}
	say("barrier 4 pass")
	say("gil 1 take")
	say("lock 1 throw")
	say("pipe 1 send many")
}

func say(message string) { trace.Log(context.Background(), "ahiru", message) }
