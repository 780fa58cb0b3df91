package shm

import (
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// Block blocks the thread it is called on for that long, as a system call does that Go knows nothing of: natively the
// operating system holds the thread and Go takes another for its other goroutines; in the page there is no other, and
// the whole instance stands still. [time.Sleep] parks the goroutine alone. It fails with [ErrNotShared].
func Block(d time.Duration) error {
	if err := shared(); err != nil {
		return err
	}
	runtime.LockOSThread() // without a futex only the goroutine would wait
	defer runtime.UnlockOSThread()
	if notice.On() {
		thing := "thread " + strconv.Itoa(os.Getpid())
		notice.Tell(thing, "block")
		defer notice.Tell(thing, "go")
	}
	give := until(max(0, d))
	for wait(blockedAt, 0, give.left()) != TimedOut { // nobody wakes it but a virtual clock, for those whose time is up
	}
	return nil
}
