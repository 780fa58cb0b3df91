package wire

import (
	"encoding"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
)

// Unmarshal reads a message into what pointer points to. It fails when the message is no message, is cut off or goes
// on behind its value, and when a value does not fit its place, whose path and type it names; the rest may then be
// filled in part.
func Unmarshal(message []byte, pointer any) error {
	v := reflect.ValueOf(pointer)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return faultf("a message is read into what a pointer points to, not into %T", pointer)
	}
	d := decoder{rest: message}
	if f := d.value(v.Elem(), 0); f != nil {
		return f
	}
	if len(d.rest) > 0 {
		return faultf("%d bytes stand behind the value", len(d.rest))
	}
	return nil
}

type decoder struct{ rest []byte }

func (d *decoder) value(v reflect.Value, depth int) *fault {
	if depth > deepest {
		return faultf("the message nests deeper than %d levels", deepest)
	}
	if len(d.rest) == 0 {
		return cutOff()
	}
	if tag(d.rest[0]) == none && nilable(v.Kind()) {
		d.rest = d.rest[1:]
		v.SetZero()
		return nil
	}
	if own, is := v.Addr().Interface().(encoding.BinaryUnmarshaler); is {
		return d.custom(v, own)
	}
	if v.Kind() == reflect.Pointer {
		target := reflect.New(v.Type().Elem())
		v.Set(target)
		return d.value(target.Elem(), depth+1)
	}
	t := tag(d.rest[0])
	d.rest = d.rest[1:]
	return d.kind(t, v, depth)
}

func nilable(kind reflect.Kind) bool {
	return kind == reflect.Pointer || kind == reflect.Slice || kind == reflect.Map
}

// kind reads what follows the tag.
func (d *decoder) kind(t tag, v reflect.Value, depth int) *fault {
	switch kind := v.Kind(); {
	case kind == reflect.Bool && (t == no || t == yes):
		v.SetBool(t == yes)
		return nil
	case (t == signed || t == unsigned) && (v.CanInt() || v.CanUint()) && kind != reflect.Uintptr:
		return d.integer(t, v)
	case t == float && v.CanFloat():
		return d.float(v)
	case t == text && kind == reflect.String:
		part, f := d.part()
		v.SetString(string(part))
		return f
	case t == blob && kind == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		part, f := d.part()
		v.SetBytes(append([]byte{}, part...))
		return f
	case t == list && kind == reflect.Slice:
		return d.slice(v, depth)
	case t == list && kind == reflect.Array:
		return d.array(v, depth)
	case t == table && kind == reflect.Map:
		return d.table(v, depth)
	case t == record && kind == reflect.Struct:
		return d.record(v, depth)
	}
	return faultf("the message holds %v where %v is wanted", t, v.Type())
}

func (d *decoder) integer(t tag, v reflect.Value) *fault {
	var n int64
	var u uint64
	var size int
	if t == signed {
		n, size = binary.Varint(d.rest)
		u = uint64(n)
	} else {
		u, size = binary.Uvarint(d.rest)
		n = int64(u)
	}
	if size <= 0 {
		return cutOff()
	}
	d.rest = d.rest[size:]
	fits := t == signed || u <= math.MaxInt64
	if v.CanInt() && fits && !v.OverflowInt(n) {
		v.SetInt(n)
		return nil
	}
	if v.CanUint() && (t == unsigned || n >= 0) && !v.OverflowUint(u) {
		v.SetUint(u)
		return nil
	}
	if t == signed {
		return faultf("%d does not fit into %v", n, v.Type())
	}
	return faultf("%d does not fit into %v", u, v.Type())
}

func (d *decoder) float(v reflect.Value) *fault {
	if len(d.rest) < 8 {
		return cutOff()
	}
	x := math.Float64frombits(binary.LittleEndian.Uint64(d.rest))
	d.rest = d.rest[8:]
	if v.OverflowFloat(x) {
		return faultf("%g does not fit into %v", x, v.Type())
	}
	v.SetFloat(x)
	return nil
}

func (d *decoder) slice(v reflect.Value, depth int) *fault {
	n, f := d.count()
	if f != nil {
		return f
	}
	// It grows with what is really there: a message that only claims to be long takes no memory.
	v.Set(reflect.MakeSlice(v.Type(), 0, min(n, 64)))
	for i := range n {
		v.Grow(1)
		v.SetLen(i + 1)
		v.Index(i).SetZero()
		if f := d.value(v.Index(i), depth+1); f != nil {
			return f.in(fmt.Sprintf("[%d]", i))
		}
	}
	return nil
}

func (d *decoder) array(v reflect.Value, depth int) *fault {
	n, f := d.count()
	if f != nil {
		return f
	}
	if n != v.Len() {
		return faultf("the message holds %d values where %v is wanted", n, v.Type())
	}
	for i := range n {
		if f := d.value(v.Index(i), depth+1); f != nil {
			return f.in(fmt.Sprintf("[%d]", i))
		}
	}
	return nil
}

func (d *decoder) table(v reflect.Value, depth int) *fault {
	n, f := d.count()
	if f != nil {
		return f
	}
	t := v.Type()
	v.Set(reflect.MakeMap(t))
	for range n {
		key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		if f := d.value(key, depth+1); f != nil {
			return f.in("[key]")
		}
		if f := d.value(value, depth+1); f != nil {
			return f.in(fmt.Sprintf("[%v]", key))
		}
		v.SetMapIndex(key, value)
	}
	return nil
}

func (d *decoder) record(v reflect.Value, depth int) *fault {
	n, f := d.count()
	if f != nil {
		return f
	}
	v.SetZero()
	for range n {
		name, f := d.part()
		if f != nil {
			return f
		}
		i := fieldNamed(v.Type(), string(name))
		if i < 0 {
			return faultf("the message holds the field %q, which %v has not", name, v.Type())
		}
		if f := d.value(v.Field(i), depth+1); f != nil {
			return f.in("." + string(name))
		}
	}
	return nil
}

// fieldNamed gives the index of an exported field, or -1.
func fieldNamed(t reflect.Type, name string) int {
	for i := range t.NumField() {
		if field := t.Field(i); field.Name == name && field.IsExported() {
			return i
		}
	}
	return -1
}

func (d *decoder) custom(v reflect.Value, own encoding.BinaryUnmarshaler) *fault {
	t := tag(d.rest[0])
	if t != custom {
		return faultf("the message holds %v where %v is wanted", t, v.Type())
	}
	d.rest = d.rest[1:]
	form, f := d.part()
	if f != nil {
		return f
	}
	if err := own.UnmarshalBinary(form); err != nil {
		return faultf("%v: %v", v.Type(), err)
	}
	return nil
}

// count reads how many values or pairs follow. Each takes a byte at least.
func (d *decoder) count() (int, *fault) {
	n, size := binary.Uvarint(d.rest)
	if size <= 0 || n > uint64(len(d.rest)-size) {
		return 0, cutOff()
	}
	d.rest = d.rest[size:]
	return int(n), nil
}

// part reads a length and gives so many bytes of the message itself.
func (d *decoder) part() ([]byte, *fault) {
	n, f := d.count()
	if f != nil {
		return nil, f
	}
	part := d.rest[:n]
	d.rest = d.rest[n:]
	return part, nil
}

func cutOff() *fault {
	return faultf("the message is cut off, or is none of ours")
}
