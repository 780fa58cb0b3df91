package wire

import (
	"bytes"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
	"unsafe"
)

type Inner struct{ Name string }

type duck struct {
	Inner
	Age    int8
	Weight float64
	Parts  []*duck
	Notes  map[string][]uint16
	Data   []byte
	Pair   [2]bool
	Hatch  time.Time
	Alive  *bool
}

func TestRoundTrip(t *testing.T) {
	yes := true
	egg := duck{Inner: Inner{"egg"}}
	for _, value := range []any{
		true, -5, uint64(math.MaxUint64), int64(math.MinInt64), 1.5, float32(-0.25), math.Inf(-1), "アヒル", "", 'x',
		[]byte{0, 255}, []byte{}, []byte(nil), []int(nil), []int{}, [3]int{1, 2, 3}, map[int]string{3: "c", 1: "a"},
		map[string]int(nil), struct{}{}, time.Second, time.Unix(5, 7).UTC(), []struct{}{{}, {}}, [][]string{{"a"}, nil, {}},
		duck{Inner: Inner{"morpa"}, Age: -3, Weight: 0.1, Parts: []*duck{nil, &egg}, Notes: map[string][]uint16{"a": {1}, "": nil},
			Data: []byte("x"), Pair: [2]bool{true, false}, Hatch: time.Unix(1, 0).UTC(), Alive: &yes},
		&egg, (*duck)(nil),
	} {
		message, err := Marshal(value)
		if err != nil {
			t.Errorf("%#v: %v", value, err)
			continue
		}
		got := reflect.New(reflect.TypeOf(value))
		if err := Unmarshal(message, got.Interface()); err != nil {
			t.Errorf("%#v: %v", value, err)
		} else if !reflect.DeepEqual(got.Elem().Interface(), value) {
			t.Errorf("%#v came back as %#v", value, got.Elem())
		}
	}
}

func TestNaNComesBack(t *testing.T) {
	message, _ := Marshal(math.NaN())
	var got float64
	if err := Unmarshal(message, &got); err != nil || !math.IsNaN(got) {
		t.Errorf("got %v, %v", got, err)
	}
}

type spoiled struct{}

func (spoiled) MarshalBinary() ([]byte, error) { return nil, errors.New("gone bad") }
func (*spoiled) UnmarshalBinary([]byte) error  { return errors.New("gone bad") }

type ring struct{ Next *ring }

func TestMarshalNamesWhatItCannotCarry(t *testing.T) {
	loop := &ring{}
	loop.Next = loop
	for _, test := range []struct {
		value any
		want  string
	}{
		{make(chan int), "chan int: a message cannot carry a value of this type"},
		{func() {}, "func(): a message cannot carry a value of this type"},
		{complex(1, 2), "complex128: a message"},
		{uintptr(1), "uintptr: a message"},
		{unsafe.Pointer(nil), "unsafe.Pointer: a message"},
		{[]any{1}, "[0]: interface {} is an interface"},
		{struct{ Err error }{errors.New("x")}, "Err: error is an interface"},
		{struct{ Work struct{ Done []chan bool } }{struct{ Done []chan bool }{[]chan bool{nil}}}, "Work.Done[0]: chan bool"},
		{map[string]func(){"a": nil}, "[a]: func()"},
		{map[chan int]int{nil: 1}, "[key]: chan int"},
		{struct{ hidden int }{1}, "struct { hidden int } has the field hidden, which is not exported"},
		{loop, "nests deeper than 1000 levels, or holds itself"},
		{spoiled{}, "wire.spoiled cannot be put into a message: gone bad"},
	} {
		_, err := Marshal(test.value)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%T: got %v, want %q", test.value, err, test.want)
		}
	}
}

func TestUnmarshalNamesWhatDoesNotFit(t *testing.T) {
	for _, test := range []struct {
		value   any
		pointer any
		want    string
	}{
		{300, new(int8), "300 does not fit into int8"},
		{-1, new(uint), "-1 does not fit into uint"},
		{uint64(math.MaxUint64), new(int64), "18446744073709551615 does not fit into int64"},
		{1e300, new(float32), "1e+300 does not fit into float32"},
		{"a", new(int), "holds a string where int is wanted"},
		{1, new(string), "holds an integer where string is wanted"},
		{1.0, new(int), "holds a float where int is wanted"},
		{nil, new(int), "holds nothing where int is wanted"},
		{1, new(any), "holds an integer where interface {} is wanted"},
		{[]int{1}, new([2]int), "holds 1 values where [2]int is wanted"},
		{[]int{1, 300}, new([]uint8), "[1]: 300 does not fit into uint8"},
		{map[string]int{"a": 300}, new(map[string]int8), "[a]: 300"},
		{struct{ Age int }{3}, new(struct{ Name string }), `the field "Age", which struct { Name string } has not`},
		{struct{ Age int }{300}, new(struct{ Age int8 }), "Age: 300"},
		{1, new(time.Time), "holds an integer where time.Time is wanted"},
		{time.Unix(0, 0), new(spoiled), "wire.spoiled: gone bad"},
		{1, 1, "not into int"},
		{1, (*int)(nil), "not into *int"},
		{1, nil, "not into <nil>"},
	} {
		message, err := Marshal(test.value)
		if err != nil {
			t.Fatal(err)
		}
		err = Unmarshal(message, test.pointer)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v into %T: got %v, want %q", test.value, test.pointer, err, test.want)
		}
	}
}

func TestNumbersGoWhereTheyFit(t *testing.T) {
	message, _ := Marshal(int64(200))
	var small uint8
	if err := Unmarshal(message, &small); err != nil || small != 200 {
		t.Errorf("got %d, %v", small, err)
	}
	message, _ = Marshal(uint16(200))
	var other int
	if err := Unmarshal(message, &other); err != nil || other != 200 {
		t.Errorf("got %d, %v", other, err)
	}
}

func TestReadingLeavesNothingOfBefore(t *testing.T) {
	got := duck{Age: 7, Data: []byte("old"), Notes: map[string][]uint16{"old": nil}}
	message, _ := Marshal(struct{ Data []byte }{nil})
	if err := Unmarshal(message, &got); err != nil || !reflect.DeepEqual(got, duck{}) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestEveryCutIsAnError(t *testing.T) {
	message, err := Marshal(duck{Inner: Inner{"m"}, Parts: []*duck{{Age: 1}}, Notes: map[string][]uint16{"a": {1}}, Hatch: time.Unix(1, 0)})
	if err != nil {
		t.Fatal(err)
	}
	for n := range message {
		if err := Unmarshal(message[:n], new(duck)); err == nil {
			t.Errorf("%d of %d bytes were taken for whole", n, len(message))
		}
	}
	if err := Unmarshal(append(message, 0), new(duck)); err == nil || !strings.Contains(err.Error(), "1 bytes stand behind") {
		t.Errorf("got %v", err)
	}
}

func TestClaimsAreNotBelieved(t *testing.T) {
	for _, message := range [][]byte{
		{byte(list), 0xff, 0xff, 0xff, 0xff, 0x7f},
		{byte(text), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01},
		{byte(blob), 0x80},
		{byte(table), 9, 1},
		{byte(record), 1, 200},
		{byte(signed), 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80},
		{99},
		{},
	} {
		for _, pointer := range []any{new([]duck), new(string), new([]byte), new(map[int]int), new(duck), new(int)} {
			if err := Unmarshal(message, pointer); err == nil {
				t.Errorf("%v was read into %T", message, pointer)
			}
		}
	}
}

// FuzzUnmarshal reads any bytes: they are refused, or what they gave gives the same again.
func FuzzUnmarshal(f *testing.F) {
	for _, value := range []any{duck{Notes: map[string][]uint16{"a": {1, 2}}}, duck{Parts: []*duck{{}, nil}}, 1, "a"} {
		message, err := Marshal(value)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(message)
	}
	f.Fuzz(func(t *testing.T, message []byte) {
		var first, second duck
		if Unmarshal(message, &first) != nil {
			return
		}
		again, err := Marshal(first)
		if err != nil {
			t.Fatal(err)
		}
		if err := Unmarshal(again, &second); err != nil {
			t.Fatal(err)
		}
		third, _ := Marshal(second)
		if len(again) != len(third) || len(second.Notes) < 2 && !bytes.Equal(again, third) { // maps have no order
			t.Errorf("%q became %q", again, third)
		}
	})
}
