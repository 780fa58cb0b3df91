//go:build !unix && !js

package proc

// number would tell the end's pipe from others in traces; where there are no processes there is nothing to tell.
func (e *end) number() string { return "0" }
