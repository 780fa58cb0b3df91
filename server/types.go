package main

import (
	"path"
	"regexp"
	"strings"
)

// types holds the kinds of file a site is made of. The system's own table
// (package mime) is left out on purpose: it differs between machines, and
// registry entries that call .js "text/plain" are a classic.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".mjs":         "text/javascript; charset=utf-8",
	".wasm":        "application/wasm", // exactly this, or streaming compilation refuses
	".json":        "application/json; charset=utf-8",
	".map":         "application/json; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".svg":         "image/svg+xml; charset=utf-8",
	".xml":         "application/xml; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".md":          "text/plain; charset=utf-8",
	".go":          "text/plain; charset=utf-8",
	".py":          "text/plain; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".png":         "image/png",
	".jpg":         "image/jpeg",
	".jpeg":        "image/jpeg",
	".gif":         "image/gif",
	".webp":        "image/webp",
	".avif":        "image/avif",
	".ico":         "image/vnd.microsoft.icon",
	".woff2":       "font/woff2",
	".pdf":         "application/pdf",
	".zip":         "application/zip",
	".tar":         "application/x-tar",

	// A compressed copy that is asked for by its own name is a file like any
	// other, as stored and without Content-Encoding: a page that unpacks a
	// .gz itself gets the bytes it asked for, and "save as" a real archive.
	".gz":  "application/gzip",
	".zst": "application/zstd",
	".br":  "application/octet-stream", // no type is registered
}

func contentType(name string) string {
	if t, known := types[strings.ToLower(path.Ext(name))]; known {
		return t
	}
	return "application/octet-stream"
}

// hashedName is what the site builder calls a file whose content never
// changes: 16 hexadecimal digits before the extension.
var hashedName = regexp.MustCompile(`^assets/(?:.*/)?[^/]+\.[0-9a-f]{16}(?:\.[A-Za-z0-9]+)+$`)

func cacheControl(name string) string {
	if hashedName.MatchString(name) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}
