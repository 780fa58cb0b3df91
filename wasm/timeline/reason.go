package timeline

import (
	"strings"

	"golang.org/x/exp/trace"
)

// runnableReason says why a goroutine could run and did not yet.
func runnableReason(from trace.GoState, told string) string {
	switch {
	case from == trace.GoNotExist:
		return "new"
	case from == trace.GoWaiting || from == trace.GoSyscall:
		return "woken"
	case from == trace.GoRunning && told == "preempted":
		return "preempted"
	case from == trace.GoRunning:
		return "yielded"
	}
	return ""
}

// The runtime has one reason for all of package sync: which it was stands on the stack.
var callers = []struct{ of, prefix, reason string }{
	{"sync", "sync.(*WaitGroup).Wait", "wait group"},
	{"sync", "sync.(*RWMutex).", "read-write lock"},
	{"sync", "sync.(*Mutex).", "mutex"},
	{"sync", "internal/sync.(*Mutex).", "mutex"},
	{"sync", "sync.(*Once).", "once"},
	{"chan receive", "syscall.fsCall", "file"}, // how js/wasm waits for the page
	{"chan receive", "syscall/js.", "page"},
	{"", libraries + "proc.(*Reader).", "pipe"},
	{"", libraries + "proc.(*Writer).", "pipe room"},
	{"", libraries + "proc.Start", "start"},
	{"", libraries + "proc.NewPool", "start"},
	{"", libraries + "proc.serve", "pool"},
	{"", libraries + "proc.(*Call[", "result"},
	{"", libraries + "proc.Map[", "result"},
	{"", libraries + "proc.(*Pool).Join", "worker"},
	{"", libraries + "proc.(*Process).Wait", "worker"},
	{"", libraries + "shm.(*Thread).Join", "worker"},
	{"", libraries + "futures.(*Future).", "result"},
	{"", libraries + "futures.Wait", "result"},
	{"", libraries + "futures.Map[", "result"},
	{"", libraries + "futures.AsCompleted", "result"},
	{"", libraries + "futures.(*pool).Shutdown", "worker"},
}

// waitingReason says what a goroutine waits for, as a key of [words].
func waitingReason(told string, frames []Frame) string {
	switch {
	case told == "":
		return "coroutine" // the runtime switches from one to the other without more words
	case told == "sync.(*Cond).Wait":
		return "cond"
	case strings.HasPrefix(told, "GC ") || told == "wait until GC ends":
		return "collector"
	case told == "system goroutine wait" || told == "unspecified" || told == "wait for debug call":
		return "runtime"
	}
	reason := told
	for _, f := range frames {
		if !isLibrary(f.Func) {
			break
		}
		for _, c := range callers { // the outermost call is what the program asked for
			if (c.of == told || c.of == "") && strings.HasPrefix(f.Func, c.prefix) {
				reason = c.reason
			}
		}
	}
	return reason
}

// isLibrary tells the calls between a program's own and the runtime that parks it.
func isLibrary(name string) bool {
	for _, prefix := range []string{"runtime.", "sync.", "internal/", "syscall.", "syscall/js.", "os.", "io.", "fmt.", "bufio."} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return isLessonLibrary(name)
}

// words tell a reason to a reader.
type words map[string]string

func wordsOf(lang string) words {
	switch lang {
	case "ja":
		return japanese
	case "ko":
		return korean
	}
	return english
}

// tell gives the words for a reason, or the runtime's own for one that came after these were written.
func (w words) tell(reason string) string {
	if told, known := w[reason]; known {
		return told
	}
	return reason
}

var english = words{
	"new":             "just started",
	"woken":           "woken, waits for its turn",
	"preempted":       "made to give way to others",
	"yielded":         "gave way to others",
	"chan receive":    "waits to receive from a channel",
	"chan send":       "waits to send into a channel",
	"select":          "waits for one of several channels",
	"mutex":           "waits for a lock",
	"read-write lock": "waits for a read-write lock",
	"wait group":      "waits until others are done",
	"once":            "waits until what happens once has happened",
	"sync":            "waits for others",
	"cond":            "waits for a condition",
	"sleep":           "sleeps",
	"forever":         "waits for what can never come",
	"network":         "waits for the network or a file",
	"file":            "waits for a file",
	"page":            "waits for the page",
	"system call":     "waits in a system call",
	"collector":       "helps or waits for the garbage collector",
	"runtime":         "parked by the runtime",
	"lock":            "waits for a lock shared with other workers",
	"barrier":         "waits at a barrier for the others",
	"gil":             "waits for the interpreter lock",
	"pipe":            "waits at a pipe",
	"pipe room":       "waits for room in a pipe",
	"pool":            "waits for a job",
	"await":           "awaits a task",
	"coroutine":       "waits while a coroutine runs in its place, or as one until it is resumed",
	"result":          "waits for the result of a call",
	"start":           "waits until a process or thread has started",
	"worker":          "waits until a process or thread has ended",
	"thread":          "stands still in a blocking call, with its whole thread",
}

var japanese = words{
	"new":             "始まったばかり",
	"woken":           "起こされて、順番を待つ",
	"preempted":       "ほかに譲らされた",
	"yielded":         "ほかに譲った",
	"chan receive":    "チャネルからの受信を待つ",
	"chan send":       "チャネルへの送信を待つ",
	"select":          "いくつかのチャネルのどれかを待つ",
	"mutex":           "ロックを待つ",
	"read-write lock": "読み書きロックを待つ",
	"wait group":      "ほかがみな終わるのを待つ",
	"once":            "一度だけの処理が済むのを待つ",
	"sync":            "ほかを待つ",
	"cond":            "条件が満たされるのを待つ",
	"sleep":           "眠っている",
	"forever":         "来るはずのないものを待つ",
	"network":         "ネットワークかファイルを待つ",
	"file":            "ファイルを待つ",
	"page":            "ページを待つ",
	"system call":     "システムコールの中で待つ",
	"collector":       "ガベージコレクションを手伝うか、待つ",
	"runtime":         "ランタイムが待機させている",
	"lock":            "ほかのワーカーと共有するロックを待つ",
	"barrier":         "バリアでほかを待つ",
	"gil":             "インタープリターのロックを待つ",
	"pipe":            "パイプで待つ",
	"pipe room":       "パイプの空きを待つ",
	"pool":            "仕事を待つ",
	"await":           "タスクを await している",
	"coroutine":       "代わりにコルーチンが走るのを待つか、コルーチンとして再開を待つ",
	"result":          "呼び出しの結果を待つ",
	"start":           "プロセスかスレッドが始まるのを待つ",
	"worker":          "プロセスかスレッドが終わるのを待つ",
	"thread":          "ブロックする呼び出しの中で、スレッドごと止まっている",
}

var korean = words{
	"new":             "막 시작됨",
	"woken":           "깨어나 차례를 기다림",
	"preempted":       "다른 것에 자리를 내주게 됨",
	"yielded":         "다른 것에 자리를 내줌",
	"chan receive":    "채널에서 받기를 기다림",
	"chan send":       "채널로 보내기를 기다림",
	"select":          "여러 채널 가운데 하나를 기다림",
	"mutex":           "락을 기다림",
	"read-write lock": "읽기-쓰기 락을 기다림",
	"wait group":      "다른 것들이 모두 끝나기를 기다림",
	"once":            "한 번만 하는 일이 끝나기를 기다림",
	"sync":            "다른 것을 기다림",
	"cond":            "조건이 갖추어지기를 기다림",
	"sleep":           "잠자는 중",
	"forever":         "올 수 없는 것을 기다림",
	"network":         "네트워크나 파일을 기다림",
	"file":            "파일을 기다림",
	"page":            "페이지를 기다림",
	"system call":     "시스템 호출 안에서 기다림",
	"collector":       "가비지 컬렉션을 돕거나 기다림",
	"runtime":         "런타임이 대기시킴",
	"lock":            "다른 워커와 공유하는 락을 기다림",
	"barrier":         "배리어에서 다른 것을 기다림",
	"gil":             "인터프리터 락을 기다림",
	"pipe":            "파이프에서 기다림",
	"pipe room":       "파이프에 자리가 나기를 기다림",
	"pool":            "일을 기다림",
	"await":           "태스크를 await하는 중",
	"coroutine":       "대신 실행되는 코루틴을 기다리거나, 코루틴으로서 재개를 기다림",
	"result":          "호출의 결과를 기다림",
	"start":           "프로세스나 스레드가 시작되기를 기다림",
	"worker":          "프로세스나 스레드가 끝나기를 기다림",
	"thread":          "블로킹 호출 안에서 스레드째 멈춰 있음",
}
