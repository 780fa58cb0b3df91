package peps

import (
	"errors"
	"fmt"
	"io/fs"
)

// A Fault says what is wrong with a corpus or with one of its files so that it
// can be told in any language: a code, what the sentence of that code names, and
// the fault behind it. It is an error.
type Fault struct {
	Code FaultCode `json:"code"`
	Args []string  `json:"args,omitempty"`
	Text string    `json:"text"` // one sentence in English, the reason included
	Why  *Fault    `json:"why,omitempty"`
}

// A FaultCode is the kind of a fault.
type FaultCode string

// The codes, with what their sentences name. Strange is the system's or a
// library's own error, which has its text alone.
const (
	EmptyFile     FaultCode = "empty-file"
	IndentedStart FaultCode = "indented-start"
	NoHeaders     FaultCode = "no-headers"
	NoHeader      FaultCode = "no-header"
	NotUTF8       FaultCode = "not-utf8"
	BadDate       FaultCode = "bad-date"
	MissingHeader FaultCode = "missing-header" // its name
	WrongNumber   FaultCode = "wrong-number"   // of the header, of the file
	SamePEP       FaultCode = "same-pep"       // the other file
	Twice         FaultCode = "twice"
	NoOwner       FaultCode = "no-owner"
	FileUnread    FaultCode = "file-unread"
	FolderUnread  FaultCode = "folder-unread"
	Special       FaultCode = "special"
	Encrypted     FaultCode = "encrypted"
	LargeFile     FaultCode = "large-file" // MiB
	NoArchive     FaultCode = "no-archive"
	BrokenGzip    FaultCode = "broken-gzip"
	BrokenXZ      FaultCode = "broken-xz"
	EmptyArchive  FaultCode = "empty-archive"
	CutShort      FaultCode = "cut-short"
	CutShortAfter FaultCode = "cut-short-after" // the last file
	ManyEntries   FaultCode = "many-entries"    // how many
	BombSize      FaultCode = "bomb-size"       // MiB
	BombRatio     FaultCode = "bomb-ratio"      // times
	NoPEPs        FaultCode = "no-peps"
	NotOneFile    FaultCode = "not-one-file" // files
	OddPaths      FaultCode = "odd-paths"    // paths, files
	Strange       FaultCode = "strange"
)

var faultTexts = map[FaultCode]string{
	EmptyFile:     "the file is empty",
	IndentedStart: "the file starts with an indented line instead of a header",
	NoHeaders:     `there are no headers: the first line is not of the form "Name: value"`,
	NoHeader:      `a line among the headers is not of the form "Name: value"`,
	NotUTF8:       "the file is not valid UTF-8; the bytes that are not were read as Latin-1",
	BadDate:       "the date in the Created header cannot be read",
	MissingHeader: "the %s header is missing or empty",
	WrongNumber:   "the PEP header says %q, the name of the file says %s",
	SamePEP:       "the file is left out: %s is the same PEP",
	Twice:         "the file is there twice; the second one is left out",
	NoOwner:       "the file is left out: it is an appendix, but its PEP is not there",
	FileUnread:    "the file cannot be read",
	FolderUnread:  "the folder or file cannot be read",
	Special:       "it is a link or special file in the archive",
	Encrypted:     "it is encrypted",
	LargeFile:     "it has more than %s MiB, which no PEP has",
	NoArchive:     "it is no .tar, .tar.gz, .tar.xz or .zip archive",
	BrokenGzip:    "its gzip header is broken",
	BrokenXZ:      "its xz header is broken",
	EmptyArchive:  "the archive is empty",
	CutShort:      "the archive cannot be read to its end",
	CutShortAfter: "the archive cannot be read to its end (what follows %s is missing)",
	ManyEntries:   "it has more than %s entries",
	BombSize:      "it unpacks to more than an archive of PEPs would: more than %s MiB",
	BombRatio:     "it unpacks to more than an archive of PEPs would: more than %s times its size",
	NoPEPs:        "it holds no PEPs: there is no file pep-NNNN.rst or pep-NNNN.txt at its top or in its folder peps",
	NotOneFile:    "an archive is one file, not %s",
	OddPaths:      "there are %s paths for %s files",
}

// NewFault makes a fault of what its sentence names.
func NewFault(code FaultCode, args ...any) *Fault {
	f := &Fault{Code: code}
	shown := make([]any, len(args))
	for i, arg := range args {
		f.Args = append(f.Args, fmt.Sprint(arg))
		shown[i] = f.Args[i]
	}
	f.Text = fmt.Sprintf(faultTexts[code], shown...)
	return f
}

// Because gives the fault with the error behind it.
func (f *Fault) Because(err error) *Fault {
	why := FaultOf(err)
	return &Fault{f.Code, f.Args, f.Text + ": " + why.Text, why}
}

// FaultOf is an error as a fault; the path that a system's error names is left
// out, since the fault's place says it.
func FaultOf(err error) *Fault {
	var fault *Fault
	if errors.As(err, &fault) {
		return fault
	}
	if e, ok := err.(*fs.PathError); ok {
		err = e.Err
	}
	return &Fault{Code: Strange, Text: err.Error()}
}

func (f *Fault) Error() string { return f.Text }

// Is tells faults apart by their code.
func (f *Fault) Is(other error) bool {
	o, ok := other.(*Fault)
	return ok && o.Code == f.Code
}
