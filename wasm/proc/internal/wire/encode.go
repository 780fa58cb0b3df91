package wire

import (
	"encoding"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
)

// Marshal gives the message that holds v. It fails for what no message can hold, naming its place and type: channels,
// functions, interfaces, complex numbers, pointers into memory, structs with fields that are not exported, and values
// that hold themselves.
func Marshal(v any) ([]byte, error) {
	return Append(nil, v)
}

// Append is [Marshal] behind the bytes of to.
func Append(to []byte, v any) ([]byte, error) {
	if v == nil {
		return append(to, byte(none)), nil
	}
	message, f := appendValue(to, reflect.ValueOf(v), 0)
	if f != nil {
		return nil, f
	}
	return message, nil
}

func appendValue(to []byte, v reflect.Value, depth int) ([]byte, *fault) {
	if depth > deepest {
		return nil, faultf("%v nests deeper than %d levels, or holds itself", v.Type(), deepest)
	}
	if own, is := asMarshaler(v); is {
		return appendCustom(to, v, own)
	}
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(to, byte(yes)), nil
		}
		return append(to, byte(no)), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(append(to, byte(signed)), v.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(append(to, byte(unsigned)), v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return binary.LittleEndian.AppendUint64(append(to, byte(float)), math.Float64bits(v.Float())), nil
	case reflect.String:
		return append(appendCount(to, text, v.Len()), v.String()...), nil
	case reflect.Pointer:
		if v.IsNil() {
			return append(to, byte(none)), nil
		}
		return appendValue(to, v.Elem(), depth+1)
	case reflect.Slice, reflect.Array:
		return appendList(to, v, depth)
	case reflect.Map:
		return appendTable(to, v, depth)
	case reflect.Struct:
		return appendRecord(to, v, depth)
	}
	return nil, cannotCarry(v.Type())
}

// asMarshaler gives a value's own way to be encoded. Where only its pointer has one, as with math/big.Float, a copy of
// the value is asked.
func asMarshaler(v reflect.Value) (encoding.BinaryMarshaler, bool) {
	t := v.Type()
	if t.Implements(marshaler) {
		if t.Kind() == reflect.Pointer && v.IsNil() {
			return nil, false
		}
		own, is := v.Interface().(encoding.BinaryMarshaler)
		return own, is
	}
	if t.Kind() == reflect.Pointer || !reflect.PointerTo(t).Implements(marshaler) {
		return nil, false
	}
	copied := reflect.New(t)
	copied.Elem().Set(v)
	own, is := copied.Interface().(encoding.BinaryMarshaler)
	return own, is
}

func appendCustom(to []byte, v reflect.Value, own encoding.BinaryMarshaler) ([]byte, *fault) {
	form, err := own.MarshalBinary()
	if err != nil {
		return nil, faultf("%v cannot be put into a message: %v", v.Type(), err)
	}
	return append(appendCount(to, custom, len(form)), form...), nil
}

func appendList(to []byte, v reflect.Value, depth int) ([]byte, *fault) {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return append(to, byte(none)), nil
	}
	if v.Type().Elem().Kind() == reflect.Uint8 && v.Kind() == reflect.Slice {
		return append(appendCount(to, blob, v.Len()), v.Bytes()...), nil
	}
	to = appendCount(to, list, v.Len())
	for i := range v.Len() {
		var f *fault
		if to, f = appendValue(to, v.Index(i), depth+1); f != nil {
			return nil, f.in(fmt.Sprintf("[%d]", i))
		}
	}
	return to, nil
}

func appendTable(to []byte, v reflect.Value, depth int) ([]byte, *fault) {
	if v.IsNil() {
		return append(to, byte(none)), nil
	}
	to = appendCount(to, table, v.Len())
	for each := v.MapRange(); each.Next(); {
		var f *fault
		if to, f = appendValue(to, each.Key(), depth+1); f != nil {
			return nil, f.in("[key]")
		}
		if to, f = appendValue(to, each.Value(), depth+1); f != nil {
			return nil, f.in(fmt.Sprintf("[%v]", each.Key()))
		}
	}
	return to, nil
}

func appendRecord(to []byte, v reflect.Value, depth int) ([]byte, *fault) {
	t := v.Type()
	to = appendCount(to, record, t.NumField())
	for i := range t.NumField() {
		field := t.Field(i)
		if !field.IsExported() {
			return nil, faultf("%v has the field %s, which is not exported: a message cannot carry it", t, field.Name)
		}
		to = append(binary.AppendUvarint(to, uint64(len(field.Name))), field.Name...)
		var f *fault
		if to, f = appendValue(to, v.Field(i), depth+1); f != nil {
			return nil, f.in("." + field.Name)
		}
	}
	return to, nil
}

func appendCount(to []byte, t tag, n int) []byte {
	return binary.AppendUvarint(append(to, byte(t)), uint64(n))
}

func cannotCarry(t reflect.Type) *fault {
	if t.Kind() == reflect.Interface {
		return faultf("%v is an interface: a message cannot carry it, since its reader could not tell what to make of it", t)
	}
	return faultf("%v: a message cannot carry a value of this type", t)
}

var marshaler = reflect.TypeFor[encoding.BinaryMarshaler]()
