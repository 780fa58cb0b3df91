package peps

import (
	"strconv"
	"strings"
	"time"
)

// emptyNode is a PEP of which nothing but the number is known.
func emptyNode(number int) Node {
	return Node{Number: number, Topic: []string{}, Authors: []string{}, PythonVersion: []string{},
		Requires: []HeaderRef{}, Replaces: []HeaderRef{}, SupersededBy: []HeaderRef{}}
}

// newNode makes a node of a PEP's headers and says what is wrong with them.
func newNode(number int, hs headers) (Node, []Problem) {
	n := emptyNode(number)
	n.Title = titleText(hs.get("Title").value())
	n.Status = hs.get("Status").value()
	n.Type = hs.get("Type").value()
	n.Topic = items(hs.get("Topic").value())
	n.Authors = authors(hs.get("Author"))
	n.PythonVersion = items(hs.get("Python-Version").value())
	n.Requires = headerRefs(hs.get("Requires").value())
	n.Replaces = headerRefs(hs.get("Replaces").value())
	n.SupersededBy = headerRefs(hs.get("Superseded-By").value())
	created, ok := date(hs.get("Created").value())
	n.Created = created
	problems := check(number, hs)
	if !ok {
		problems = append(problems, Problem{"", hs.get("Created").lines[0].number, NewFault(BadDate)})
	}
	return n, problems
}

// check looks for headers that every PEP needs, and for the wrong number.
// Created is not among them: PEPs of the first years have none.
func check(number int, hs headers) (problems []Problem) {
	if len(hs) == 0 {
		return nil // said already
	}
	for _, name := range []string{"PEP", "Title", "Author", "Status", "Type"} {
		if hs.get(name).value() == "" {
			problems = append(problems, Problem{"", 0, NewFault(MissingHeader, name)})
		}
	}
	h := hs.get("PEP")
	if n, err := strconv.Atoi(h.value()); h.value() != "" && (err != nil || n != number) {
		problems = append(problems, Problem{"", h.lines[0].number, NewFault(WrongNumber, h.value(), number)})
	}
	return problems
}

// items splits a header that is a list.
func items(value string) []string {
	list := []string{}
	for item := range strings.SplitSeq(value, ",") {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

// headerRefs splits a header that is a list of PEPs.
func headerRefs(value string) []HeaderRef {
	list := []HeaderRef{}
	for _, item := range items(value) {
		if n, err := strconv.Atoi(item); err == nil && strings.Trim(item, "0123456789") == "" {
			list = append(list, HeaderRef{Number: n})
		} else {
			list = append(list, HeaderRef{Text: item})
		}
	}
	return list
}

// Forms of dates in the Created header over the years, after its blanks were
// turned into hyphens and commas dropped.
var dateForms = []string{"2-Jan-2006", "2-January-2006", "2006-01-02", "2006-1-2", "2-Jan-06", "2006/01/02",
	"Jan-2-2006", "January-2-2006", "2-01-2006", "2006-Jan-2"}

// date reads the value of a Created header. An empty one is unknown, not wrong.
func date(value string) (day Optional, ok bool) {
	value, _, _ = strings.Cut(value, "(")
	value = strings.ReplaceAll(value, ",", " ")
	value = strings.Join(strings.Fields(value), "-")
	value = strings.ReplaceAll(value, "Sept-", "Sep-")
	if value == "" {
		return "", true
	}
	for _, form := range dateForms {
		if t, err := time.Parse(form, value); err == nil {
			return Optional(t.Format(time.DateOnly)), true
		}
	}
	return "", false
}
