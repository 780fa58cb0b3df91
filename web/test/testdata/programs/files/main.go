// Files does with os what programs do, and says what differs from a Unix system.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

var failures int

// same reports a difference.
func same[T comparable](what string, got, want T) {
	if got != want {
		failures++
		fmt.Printf("%s: got %v, want %v\n", what, got, want)
	}
}

// fails reports an error that is not of the kind wanted.
func fails(what string, err, want error) {
	if !errors.Is(err, want) {
		failures++
		fmt.Printf("%s: got error %v, want %v\n", what, err, want)
	}
}

// must reports an error where there should be none.
func must(what string, err error) { fails(what, err, nil) }

func text(path string) string {
	data, err := os.ReadFile(path)
	must("reading "+path, err)
	return string(data)
}

func main() {
	same("given file", text("given/data.txt"), "given to the program\n")
	must("chdir", os.Chdir("/tmp"))
	contents()
	folders()
	links()
	facts()
	errs()
	fmt.Println("failures:", failures)
}

func contents() {
	must("write", os.WriteFile("a", []byte("0123456789"), 0o644))
	f, err := os.OpenFile("a", os.O_RDWR, 0)
	must("open", err)
	part := make([]byte, 4)
	_, err = f.ReadAt(part, 3)
	must("readat", err)
	same("readat", string(part), "3456")
	_, err = f.WriteAt([]byte("xy"), 8)
	must("writeat", err)
	at, err := f.Seek(-2, io.SeekEnd)
	must("seek", err)
	same("seek", at, 8)
	rest, _ := io.ReadAll(f)
	same("rest", string(rest), "xy")
	must("truncate", f.Truncate(12))
	must("sync", f.Sync())
	must("close", f.Close())
	fails("closed", f.Close(), fs.ErrClosed)
	same("extended", text("a"), "01234567xy\x00\x00")
	must("os.Truncate", os.Truncate("a", 3))
	g, err := os.OpenFile("a", os.O_WRONLY|os.O_APPEND, 0)
	must("append", err)
	fmt.Fprint(g, "!")
	fmt.Fprint(g, "?")
	_, err = g.Read(part)
	fails("reading what is open for writing", err, syscall.EBADF)
	g.Close()
	same("appended", text("a"), "012!?")
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	must("/dev/null", err)
	fmt.Fprint(null, "nothing")
	n, err := null.Read(part)
	same("null bytes", n, 0)
	fails("null", err, io.EOF)
	temp, err := os.CreateTemp("", "x*.txt")
	must("createtemp", err)
	same("temp folder", filepath.Dir(temp.Name()), "/tmp")
	must("remove open file", os.Remove(temp.Name()))
	_, err = temp.WriteString("still here")
	must("write to a removed file", err)
	temp.Close()
}

func folders() {
	must("mkdirall", os.MkdirAll("d/e/f", 0o755))
	must("write deep", os.WriteFile("d/e/f/g", []byte("deep"), 0o600))
	must("rename folder", os.Rename("d/e", "d/moved"))
	same("moved", text("d/moved/f/g"), "deep")
	must("relative", os.Chdir("d/moved/f"))
	wd, err := os.Getwd()
	must("getwd", err)
	same("getwd", wd, "/tmp/d/moved/f")
	same("dots", text("../f/./g"), "deep")
	must("back", os.Chdir("/tmp"))
	entries, err := os.ReadDir("d/moved")
	must("readdir", err)
	same("entries", fmt.Sprint(entries), "[d f/]")
	var seen []string
	must("walk", filepath.WalkDir("d", func(p string, _ fs.DirEntry, err error) error {
		seen = append(seen, p)
		return err
	}))
	same("walk", strings.Join(seen, " "), "d d/moved d/moved/f d/moved/f/g")
	fails("rename into itself", os.Rename("d", "d/moved/x"), syscall.EINVAL)
	must("removeall", os.RemoveAll("d"))
	_, err = os.Stat("d")
	fails("removed", err, fs.ErrNotExist)
	dir, err := os.MkdirTemp("", "dir")
	must("mkdirtemp", err)
	must("rmdir", os.Remove(dir))
}

func links() {
	must("symlink", os.Symlink("a", "to-a"))
	same("through", text("to-a"), text("a"))
	target, err := os.Readlink("to-a")
	must("readlink", err)
	same("readlink", target, "a")
	info, err := os.Lstat("to-a")
	must("lstat", err)
	same("lstat", info.Mode()&fs.ModeSymlink != 0, true)
	must("link", os.Link("a", "also-a"))
	must("remove the first name", os.Remove("a"))
	same("second name", text("also-a"), "012!?")
	_, err = os.ReadFile("to-a")
	fails("dangling", err, fs.ErrNotExist)
	must("loop", os.Symlink("loop", "loop"))
	_, err = os.ReadFile("loop")
	fails("loop", err, syscall.ELOOP)
	must("link to folder", os.Symlink("/tmp", "up"))
	must("chdir through", os.Chdir("up/up"))
	wd, _ := os.Getwd()
	same("chdir through", wd, "/tmp")
}

func facts() {
	must("write", os.WriteFile("facts", []byte("12345"), 0o666))
	info, err := os.Stat("facts")
	must("stat", err)
	same("size", info.Size(), 5)
	same("mode after umask", info.Mode(), 0o644)
	same("recent", time.Since(info.ModTime()) < time.Minute, true)
	when := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	must("chtimes", os.Chtimes("facts", when, when))
	info, _ = os.Stat("facts")
	same("chtimes", info.ModTime().UTC(), when)
	must("chmod", os.Chmod("facts", 0o400))
	_, err = os.OpenFile("facts", os.O_WRONLY, 0)
	fails("read-only", err, fs.ErrPermission)
	info, err = os.Stdout.Stat()
	must("stdout", err)
	same("stdout is no terminal", info.Mode()&fs.ModeCharDevice, 0)
	one, _ := os.Stat("/tmp")
	two, _ := os.Stat("/tmp/.")
	same("same file", os.SameFile(one, two), true)
	names, err := os.ReadDir("/")
	must("root", err)
	same("root", slices.ContainsFunc(names, func(e fs.DirEntry) bool { return e.Name() == "dev" }), true)
}

func errs() {
	_, err := os.Open("absent/x")
	fails("absent", err, fs.ErrNotExist)
	_, err = os.Open("also-a/x")
	fails("through a file", err, syscall.ENOTDIR)
	_, err = os.ReadFile("/tmp")
	fails("reading a folder", err, syscall.EISDIR)
	_, err = os.Create("/tmp")
	fails("writing a folder", err, syscall.EISDIR)
	_, err = os.OpenFile("also-a", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	fails("exclusive", err, fs.ErrExist)
	fails("mkdir twice", os.Mkdir("/tmp", 0o755), fs.ErrExist)
	must("mkdirall twice", os.MkdirAll("full/inner", 0o755))
	fails("not empty", os.Remove("full"), syscall.ENOTEMPTY)
	fails("chdir nowhere", os.Chdir("nowhere"), fs.ErrNotExist)
	fails("chdir to a file", os.Chdir("also-a"), syscall.ENOTDIR)
	fails("bad descriptor", os.NewFile(99, "x").Sync(), syscall.EBADF)
	fails("seeking a stream", seekInput(), syscall.ESPIPE)
	fails("chown", os.Chown("also-a", 0, 0), errors.ErrUnsupported)
	_, err = os.Create(strings.Repeat("n", 300))
	fails("long name", err, syscall.ENAMETOOLONG)
	_, err = os.Open("nul\x00")
	fails("NUL", err, syscall.EINVAL)
	fails("huge", os.Truncate("also-a", 1<<50), syscall.ENOSPC)
}

func seekInput() error {
	if _, err := os.Stdin.Seek(1, io.SeekStart); err != nil {
		return err
	}
	_, err := os.Stdin.Read(make([]byte, 1))
	return err
}
