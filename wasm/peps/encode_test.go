package peps

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"reflect"
	"testing"
)

// Everything that the public format has, with its null values and empty lists.
const encodeSource = `PEP: 1
Title: The ` + "``with``" + ` & <b>
Author: Some Body <some@example.org>, Any One, Jr.
Status: Draft
Type: Standards Track
Topic: Typing, Packaging
Created: 02-Jan-2001
Python-Version: 3.x, 2.7
Requires: 2, PEP 2
Replaces: 0002
Superseded-By: later

PEP 2
`

func TestEncode(t *testing.T) {
	src := Source{Commit: "0123456789012345678901234567890123456789", Files: []File{
		{Path: "peps/pep-0001.rst", Data: []byte(encodeSource)},
		plainPEP("2", ""),
	}}
	r := Extract(src)
	golden(t, "testdata/encode-peps.json", r.Graph.Encode)
	golden(t, "testdata/encode-mentions.json", Mentions{src.Commit, src.Date, r.Mentions}.Encode)

	var b bytes.Buffer
	if err := r.Graph.Encode(&b); err != nil {
		t.Fatal(err)
	}
	var back Graph
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, r.Graph) {
		t.Errorf("decoded %+v, encoded %+v", back, r.Graph)
	}
}

func TestEncodeEmpty(t *testing.T) {
	var b bytes.Buffer
	if err := Extract(Source{}).Graph.Encode(&b); err != nil {
		t.Fatal(err)
	}
	want := "{\"commit\":null,\"date\":null,\"nodes\":[\n],\"edges\":[\n]}\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// golden compares what encode writes with a file.
func golden(t *testing.T, name string, encode func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s holds\n%s\nnot\n%s", name, want, b.Bytes())
	}
}
