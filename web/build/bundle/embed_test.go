package bundle

import (
	"bytes"
	"compress/gzip"
	"path/filepath"
	"strings"
	"testing"
)

// TestEmbedScriptIsSmall: every post that holds an embed fetches embed.js.
func TestEmbedScriptIsSmall(t *testing.T) {
	web, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := Bundler{Web: web, GoRoot: goRoot(t)}.Text("src/embed/post/main.ts")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	if packed.Len() > 10_000 {
		t.Errorf("embed.js has %d bytes in gzip, 10000 are its budget", packed.Len())
	}
	for _, heavy := range []string{"WebAssembly", "litElementVersions"} {
		if strings.Contains(text, heavy) {
			t.Errorf("embed.js holds %s, which belongs into the frame", heavy)
		}
	}
}
