//go:build !js

package demos

import (
	"strings"
	"testing"
)

// Go and Python take the same ways through the same school and settle as many places.
func TestRoutesInGoAndPython(t *testing.T) {
	for args, want := range map[string]string{
		"":                      "Dijkstra: 88.0 s, 12 places; 4F 4-1 main; 3F main; 2F main; 1F main canteen\n",
		"-closed=1F":            "Dijkstra: 128.0 s, 16 places; 4F 4-1 main; 3F main; 2F main back; 1F back canteen\n",
		"-closed=4F":            "Dijkstra: 128.0 s, 16 places; 4F 4-1 back; 3F back main; 2F main; 1F main canteen\n",
		"-closed=2F":            "Dijkstra: 88.0 s,",
		"-from=music":           "Dijkstra: 84.8 s, 12 places; 4F music lift; 1F lift canteen\n",
		"-stairs=40":            "Dijkstra: 110.4 s, 16 places; 4F 4-1 lift; 1F lift canteen\n",
		"-trust=0":              "A*, places settled: 54\n",
		"-trust=3":              "A*: 135.2 s, 10 places;",
		"-wait=0 -from=4-3":     "fewest places: ",
		"-closed=3F -stairs=60": "A*: ",
	} {
		t.Run(args, func(t *testing.T) {
			flags := strings.Fields(args)
			r := runLesson(t, "routes", append(flags, "-pause=1ms")...)
			if r.status != 0 || r.stderr != "" || !strings.Contains(r.stdout, want) {
				t.Errorf("prints %q and %q, want %q", r.stdout, r.stderr, want)
			}
			p := runPython(t, "routes", flags...)
			for line := range strings.Lines(p.stdout) {
				if !strings.Contains(r.stdout, line) {
					t.Errorf("Python prints %q, Go\n%s", line, r.stdout)
				}
			}
		})
	}
}

// The words of the lesson say what happened with the flags as given.
func TestRoutesSayWhatTheWordsSay(t *testing.T) {
	r := runLesson(t, "routes", "-pause=1ms")
	for _, want := range []string{
		"fewest places: 135.2 s, 10 places;", "Dijkstra: 88.0 s, 12 places;", "Dijkstra, places settled: 54\n",
		"A*: 88.0 s, 12 places;", "A*, places settled: 28\n", "takes 47.2 s more: stairs cost\n",
	} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("%q is missing in\n%s", want, r.stdout)
		}
	}
}

func TestRoutesPrintTheSameInThePage(t *testing.T) {
	args := []string{"-lang=ja", "-closed=1F", "-pause=1ms"}
	if here, page := runLesson(t, "routes", args...), runInNode(t, "routes", nil, args...); here != page {
		t.Errorf("natively %+v, in the page %+v", here, page)
	}
}
