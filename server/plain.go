package main

import (
	"bytes"
	"net/http"
	"strings"
)

// plainRequest is what the answer to a plain request depends on.
type plainRequest struct {
	path   string   // without a query, which makes no difference to a file
	accept []string // the lines of Accept-Encoding
	match  string   // If-None-Match, "" without one
}

// parsePlain reads a plain request from the beginning of buffer, and gives its
// length. Plain is what browsers send for a page: a GET whose header came
// whole and holds nothing but headers known to be harmless, in their usual
// spelling. It is not for this function to be clever: whatever else there is,
// if only a byte, is not plain and left to net/http, so that two readings of
// one request cannot differ.
func parsePlain(buffer []byte) (r plainRequest, size int, plain bool) {
	end := bytes.Index(buffer, []byte("\r\n\r\n"))
	if end < 0 {
		return r, 0, false
	}
	line, fields, _ := strings.Cut(string(buffer[:end+2]), "\r\n")
	if r.path, plain = plainTarget(line); !plain {
		return r, 0, false
	}
	hosts := 0
	for fields != "" {
		var field string
		field, fields, _ = strings.Cut(fields, "\r\n")
		name, value, found := strings.Cut(field, ":")
		value = strings.Trim(value, " \t")
		if !found || !madeOf(value, inValue) {
			return r, 0, false
		}
		switch harmless[name] {
		default:
			return r, 0, false
		case ignored:
		case naming:
			hosts++
			plain = value != "" && madeOf(value, inHost)
		case keeping:
			plain = strings.EqualFold(value, "keep-alive")
		case accepting:
			r.accept = append(r.accept, value)
		case matching:
			plain = r.match == "" && value != ""
			r.match = value
		}
		if !plain {
			return r, 0, false
		}
	}
	return r, end + 4, hosts == 1
}

// plainTarget takes the path out of "GET /path?query HTTP/1.1".
func plainTarget(line string) (path string, plain bool) {
	target, isGet := strings.CutPrefix(line, "GET ")
	target, isOne := strings.CutSuffix(target, " HTTP/1.1")
	path, query, _ := strings.Cut(target, "?")
	plain = isGet && isOne && strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "//") &&
		madeOf(path, inPath) && madeOf(query, inQuery)
	return path, plain
}

// meaning is what a header of a plain request is good for.
type meaning int

const (
	unknown   meaning = iota // not plain
	ignored                  // nothing depends on it
	naming                   // Host
	keeping                  // Connection
	accepting                // Accept-Encoding
	matching                 // If-None-Match
)

// harmless names the headers that a plain request may have, in the spelling of
// HTTP/1.1 and in that of programs which write all small.
var harmless = func() map[string]meaning {
	known := map[string]meaning{"DNT": ignored, "Host": naming, "Connection": keeping, "Accept-Encoding": accepting, "If-None-Match": matching}
	for name := range strings.FieldsSeq(`Accept Accept-Language Cache-Control Cookie Dnt Forwarded Origin Pragma Priority
		Purpose Referer Save-Data Sec-Ch-Ua Sec-Ch-Ua-Mobile Sec-Ch-Ua-Platform Sec-Fetch-Dest Sec-Fetch-Mode
		Sec-Fetch-Site Sec-Fetch-User Sec-Gpc Sec-Purpose Service-Worker Upgrade-Insecure-Requests User-Agent Via
		X-Forwarded-For X-Forwarded-Host X-Forwarded-Proto X-Real-Ip X-Requested-With`) {
		known[http.CanonicalHeaderKey(name)] = ignored
	}
	for name, meaning := range known {
		known[strings.ToLower(name)] = meaning
	}
	return known
}()

// byteSet says of each byte whether it is allowed.
type byteSet [256]bool

const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

var (
	inPath  = setOf(alphanumeric + "-._/")
	inQuery = setOf(alphanumeric + "-._~/%=&+,;:@!$'()*?")
	inHost  = setOf(alphanumeric + "-.:[]")
	inValue = func() *byteSet {
		set := setOf("\t")
		for b := range set {
			set[b] = set[b] || b >= ' ' && b != 0x7f
		}
		return set
	}()
)

func setOf(text string) *byteSet {
	var set byteSet
	for i := range len(text) {
		set[text[i]] = true
	}
	return &set
}

func madeOf(text string, set *byteSet) bool {
	for i := range len(text) {
		if !set[text[i]] {
			return false
		}
	}
	return true
}
