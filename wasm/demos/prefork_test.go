//go:build unix

package demos

import (
	"bufio"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

var fates = regexp.MustCompile(`(?m)^(\d+) requests = (\d+) answered \+ (\d+) lost \+ (\d+) refused$`)

// accounts gives how many requests were sent, answered, lost and refused; all of them must have had one fate.
func accounts(t *testing.T, output string) (sent, answered, lost, refused int) {
	t.Helper()
	m := fates.FindStringSubmatch(output)
	if m == nil {
		t.Fatalf("it tells no fates:\n%s", output)
	}
	n := [4]int{}
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1])
	}
	if n[0] != n[1]+n[2]+n[3] {
		t.Errorf("the fates do not add up:\n%s", output)
	}
	return n[0], n[1], n[2], n[3]
}

// TestPreforkUnderRandomKills: whatever is killed when, each request is answered, lost with a worker, or refused, and of
// those that are lost there are no more than of deaths.
func TestPreforkUnderRandomKills(t *testing.T) {
	for range 4 {
		out := runLesson(t, "prefork", "-kill=random", "-requests=100", "-every=10ms", "-work=20ms").stdout
		sent, answered, lost, refused := accounts(t, out)
		deaths := strings.Count(out, "has died: killed")
		if sent != 100 || lost > deaths || deaths == 0 || refused != 0 || answered < 50 {
			t.Errorf("%d deaths:\n%s", deaths, out)
		}
	}
	out := runLesson(t, "prefork", "-kill=none", "-requests=200", "-every=5ms", "-work=60ms", "-workers=1").stdout
	if _, _, lost, refused := accounts(t, out); lost != 0 || refused == 0 {
		t.Errorf("200 requests at once for one worker: more than 128 waited, and the fates are\n%s", out)
	}
}

// TestPreforkKilledByHand kills a worker from outside, as kill -9 on a command line does.
func TestPreforkKilledByHand(t *testing.T) {
	dir, err := programs()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), filepath.Join(dir, "prefork"), "-kill=none", "-requests=30", "-every=30ms")
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	out := bufio.NewReader(pipe)
	first, err := out.ReadString('\n')
	words := strings.Fields(first)
	pid, _ := strconv.Atoi(words[len(words)-1])
	if err != nil || pid < 2 {
		t.Fatalf("it does not tell its workers: %q, %v", first, err)
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(out)
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if sent, _, lost, refused := accounts(t, string(rest)); err != nil || sent != 30 || lost > 1 || refused != 0 {
		t.Errorf("%v\n%s", err, rest)
	}
	if !strings.Contains(string(rest), "worker 3, process "+strconv.Itoa(pid)+", has died: killed") || !strings.Contains(string(rest), "workers started: 4 workers") {
		t.Errorf("nobody died, or nobody came back:\n%s", rest)
	}
}
