//go:build !js && !linux

package shm

import "time"

// Where there is no futex for everybody, waiting threads are parked here. A goroutine that is locked to its thread
// blocks the thread so too.
var lot parkingLot

func futexWait(word *int32, value int32, timeout time.Duration) Outcome {
	return lot.wait(word, value, timeout)
}

func futexWake(word *int32, count int32) int32 { return lot.wake(word, count) }
