package test

import (
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// went wants a run of a lesson to have ended well.
func went(t *testing.T, page *browser.Page, params string) lessonRun {
	t.Helper()
	got := runLesson(t, page, params)
	t.Logf("%s\n%s", params, got.Result.Stdout)
	if got.Result.ExitCode != 0 || got.Result.Stderr != "" {
		t.Fatalf("%s: status %d\n%s%s", params, got.Result.ExitCode, got.Result.Stdout, got.Result.Stderr)
	}
	return got
}

// TestLessonJobs: what a dead worker loses or repeats, by acknowledgement, in a page. The worker is killed at a time, and
// on a busy machine it may be idle then: one good run of three is enough.
func TestLessonJobs(t *testing.T) {
	page := open(t, "/ja/demos/jobs/", 390)
	for ack, want := range map[string][2]float64{"early": {1, 0}, "late": {0, 1}} {
		for try := 1; ; try++ {
			got := went(t, page, `{ack: "`+ack+`"}`)
			if got.Figures["cut"] != 4 || got.Figures["others"] != 3 || !strings.Contains(got.Result.Stdout, "\n9 submitted = ") {
				t.Fatalf("figures %v\n%s", got.Figures, got.Result.Stdout)
			}
			if got.Figures["lost"]+got.Figures["twice"] > 1 || got.Figures["lost"] > want[0] || got.Figures["twice"] > want[1] {
				t.Fatalf("acknowledged %s: figures %v", ack, got.Figures)
			}
			if got.Figures["lost"] == want[0] && got.Figures["twice"] == want[1] {
				break
			}
			if try == 3 {
				t.Fatalf("acknowledged %s: figures %v, want lost and begun twice to be %v", ack, got.Figures, want)
			}
		}
	}
	rows := eval[[]string](t, page, `[...document.querySelector("ahiru-demo").shadowRoot.querySelectorAll(".board")].slice(0, 2).flatMap(b => [[...b.querySelector("caption").childNodes].map(n => n instanceof Text ? n.data : "").join("").trim(), String(b.querySelectorAll("tbody tr").length)])`)
	if strings.Join(rows, " ") != "ジョブ 9 ワーカー 2" {
		t.Errorf("the monitor shows %q", rows)
	}
	got := went(t, page, `{ack: "early", pool: "threads"}`)
	if missing := missingInOrder(got.Result.Stdout, []string{"this pool cannot kill what runs", "a thread cannot be killed"}); missing != "" {
		t.Errorf("%q is missing", missing)
	}
	got = went(t, page, `{ack: "late", pool: "solo", track: "true"}`)
	if missing := missingInOrder(got.Result.Stdout, []string{": STARTED", "this pool cannot kill what runs", ": killed", " 0 lost"}); missing != "" {
		t.Errorf("%q is missing", missing)
	}
}

// TestLessonUsers: processes of the page race for one file, and the lock is exact there too.
func TestLessonUsers(t *testing.T) {
	page := open(t, "/demos/users/", 1280)
	lost := 0.0
	for try := 0; try < 5 && lost == 0; try++ {
		got := went(t, page, `{}`)
		if got.Figures["lost-lock"] != 0 {
			t.Fatalf("under the lock: %v", got.Figures)
		}
		lost = min(got.Figures["lost-none"], got.Figures["lost-decorator"])
	}
	if lost == 0 {
		t.Error("in five runs nothing was lost without the lock")
	}
	got := went(t, page, `{way: "lock", die: "true"}`)
	if missing := missingInOrder(got.Result.Stdout, []string{"worker 1 died", "locks taken over from the dead: 1"}); missing != "" {
		t.Errorf("%q is missing", missing)
	}
	got = went(t, page, `{way: "lock", die: "false", save: "rename"}`)
	if got.Figures["torn-lock"] != 0 || got.Figures["lost-lock"] != 0 {
		t.Errorf("renamed under the lock: %v", got.Figures)
	}
}

// TestLessonPrefork: requests go on when a worker dies, and a worker that cannot start is given up.
func TestLessonPrefork(t *testing.T) {
	page := open(t, "/ja/demos/prefork/", 390)
	for try := 1; ; try++ {
		got := went(t, page, `{}`)
		if got.Figures["answered"]+got.Figures["lost"] != 40 || got.Figures["lost"] > 1 {
			t.Fatalf("figures %v", got.Figures)
		}
		if got.Figures["births"] == 4 && got.Figures["revive"] > 0 {
			break
		}
		if try == 3 {
			t.Fatalf("no worker was killed and replaced: %v", got.Figures)
		}
	}
	if eval[bool](t, page, "document.documentElement.scrollWidth > innerWidth") {
		t.Error("the table of the workers makes the page wider than the window")
	}
	got := went(t, page, `{crash: "true", workers: "1", requests: "10", kill: "none"}`)
	if got.Figures["births"] != 6 || !strings.Contains(got.Result.Stdout, "\n10 requests = 0 answered + 0 lost + 10 refused\n") {
		t.Errorf("figures %v\n%s", got.Figures, got.Result.Stdout)
	}
}

// TestLessonInstance: running is not ready, and whoever is in keeps the core up.
func TestLessonInstance(t *testing.T) {
	page := open(t, "/ko/demos/instance/", 390)
	got := went(t, page, `{}`)
	if got.Figures["ready"] <= got.Figures["running"] || got.Figures["missing"] < 1 || got.Figures["cut"] != 0 ||
		got.Figures["demand"] >= got.Figures["always"] {
		t.Errorf("figures %v", got.Figures)
	}
	got = went(t, page, `{check: "false", users: "2", stay: "600ms"}`)
	if got.Figures["refused"] != 0 || got.Figures["cut"] < 1 {
		t.Errorf("nobody looks who is in, and the figures are %v", got.Figures)
	}
}
