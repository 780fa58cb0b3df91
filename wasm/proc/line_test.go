package proc

import (
	"encoding/json"
	"fmt"
	"maps"
	"testing"
)

func TestParseLine(t *testing.T) {
	for line, want := range map[string]map[string]string{
		`{}`:                           {},
		`{"pid":3,"startMs":42.1}`:     {"pid": "3", "startMs": "42.1"},
		` { "code" : -1 , "a":"" } `:   {"code": "-1", "a": ""},
		`{"error":"it said \"no\"\n"}`: {"error": "it said \"no\"\n"},
		`{"a":"アヒル\u2028","b":true}`:   {"a": "アヒル\u2028", "b": "true"},
		`{"a":"}","b":"{,:"}`:          {"a": "}", "b": "{,:"},
	} {
		got, err := parseLine(line)
		if err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: got %v, %v; want %v", line, got, err, want)
		}
	}
}

func TestParseLineRefuses(t *testing.T) {
	for _, line := range []string{
		"", "{", "}", "null", "[1]", `{"a"}`, `{"a":}`, `{"a":1`, `{"a":1,}`, `{"a":1 "b":2}`, `{"a":[1]}`, `{"a":{"b":1}}`,
		`{a:1}`, `{"a":'x'}`, `{"a":"x}`, `{"a":"\q"}`, `{"a":yes}`, `{"a":1}x`, "{`a`:1}", `{"a":null}`,
	} {
		if got, err := parseLine(line); err == nil {
			t.Errorf("%s was read as %v", line, got)
		}
	}
}

// FuzzParseLine compares with encoding/json: what both read, they read alike.
func FuzzParseLine(f *testing.F) {
	f.Add(`{"pid":3,"startMs":42.1,"reason":"panic: \"x\"","ok":false}`)
	f.Add(`{"a":"\u00e9\/"}`)
	f.Fuzz(func(t *testing.T, line string) {
		got, err := parseLine(line)
		var want map[string]any
		if err != nil || json.Unmarshal([]byte(line), &want) != nil {
			return
		}
		for name, value := range want {
			if text, is := value.(string); is && got[name] != text {
				t.Errorf("%q: %q is %q, want %q", line, name, got[name], text)
			}
			if truth, is := value.(bool); is && got[name] != fmt.Sprint(truth) {
				t.Errorf("%q: %q is %q, want %v", line, name, got[name], truth)
			}
		}
	})
}

func TestOrders(t *testing.T) {
	sealed, err := parcel{Args: []byte{1, 2}, Ends: []string{"r5", "w6"}, Piped: true, Space: 7}.seal()
	if err != nil {
		t.Fatal(err)
	}
	o, err := readOrders(line("duck", sealed, 3))
	if err != nil || o.function != "duck" || o.pid != 3 || fmt.Sprint(o.parcel) != "{[1 2] true [r5 w6] 7}" {
		t.Errorf("got %+v, %v", o, err)
	}
}

func TestOrdersThatCannotBeRead(t *testing.T) {
	for _, text := range []string{"", "{}", `{"function":"a","args":"","pid":3}`, `{"function":"a","args":"!","pid":3}`, line("a", "", 1), line("a", "AQ==", 1)} {
		if o, err := readOrders(text); err == nil {
			t.Errorf("%s was read as %+v", text, o)
		}
	}
}

func FuzzOrders(f *testing.F) {
	sealed, _ := parcel{Ends: []string{"r5"}}.seal()
	f.Add(line("duck", sealed, 3))
	f.Fuzz(func(t *testing.T, text string) {
		if o, err := readOrders(text); err == nil {
			_, _ = o.parcel.seal()
		}
	})
}
