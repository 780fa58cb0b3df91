//go:build !js

package proc

// spawn starts a process of the operating system or a thread of this one.
func spawn(s *spec) (running, error) {
	if s.thread {
		return startThread(s)
	}
	return startProcess(s)
}
