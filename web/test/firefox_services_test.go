package test

import (
	"strings"
	"testing"
)

// TestKillByHandInFirefox: a press on a worker kills it there too, and each request has one fate.
func TestKillByHandInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	got := runInFirefox[result](t, ctx, page, site+"/ja/demos/prefork/", `
		demo.params = {kill: "none", requests: "100", every: "30ms", work: "100ms"};
		const ended = demo.run();
		await until(() => $(".board .kill button[aria-disabled=false]"));
		$(".board .kill button").click();
		return ended`)
	if lost := fatesAddUp(t, got.Stdout); lost > 1 || !strings.Contains(got.Stdout, "worker 1, process 2, has died: killed") || got.Stderr != "" {
		t.Errorf("%d lost:\n%s%s", lost, got.Stdout, got.Stderr)
	}
}

// TestServicesInFirefox: what is killed and what expires loses there no more than here.
func TestServicesInFirefox(t *testing.T) {
	ctx, page := launchFirefox(t)
	for lesson, c := range map[string]struct{ params, says string }{
		"jobs":    {`{ack: "late"}`, " 0 waiting + 0 running + 0 lost\n"},
		"users":   {`{way: "lock", die: "true"}`, "locks taken over from the dead: 1\n"},
		"kiosk":   {`{n: "40"}`, "tickets: 40, done exactly once: 40\n"},
		"prefork": {`{kill: "random"}`, "40 requests = "},
	} {
		got := runInFirefox[result](t, ctx, page, site+"/demos/"+lesson+"/", `demo.params = `+c.params+`; return demo.run()`)
		if !strings.Contains(got.Stdout, c.says) || got.ExitCode != 0 || got.Stderr != "" {
			t.Errorf("%s does not say %q:\n%s%s", lesson, c.says, got.Stdout, got.Stderr)
		}
	}
}
