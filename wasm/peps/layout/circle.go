package layout

import "math"

// onCircle is the place on the circle of radius 1 after a part of a full turn.
// The standard library's sine and cosine may fuse products on some machines;
// this series, to the precision of a float64, does not.
func onCircle(turn float64) Place {
	turn -= math.Floor(turn)
	quarter := math.Floor(mul(turn, 4) + 0.5)
	angle := mul(2*math.Pi, turn-quarter/4) // at most an eighth of a turn either way
	cos, sin := series(angle, 0), series(angle, 1)
	switch int(quarter) % 4 {
	case 1:
		return Place{-sin, cos}
	case 2:
		return Place{-cos, -sin}
	case 3:
		return Place{sin, -cos}
	}
	return Place{cos, sin}
}

// series is Taylor's for the cosine (from power 0) or the sine (from power 1).
func series(angle float64, power int) float64 {
	term := 1.0
	if power == 1 {
		term = angle
	}
	sum := term
	for n := power + 2; n < 20; n += 2 {
		term = -mul(term, mul(angle, angle)) / float64(n*(n-1))
		sum += term
	}
	return sum
}

// bearing orders directions as their angle does, from 0 up to 4.
func bearing(p Place) float64 {
	size := math.Abs(p.X) + math.Abs(p.Y)
	if size == 0 {
		return 0
	}
	switch {
	case p.Y >= 0 && p.X >= 0:
		return p.Y / size
	case p.Y >= 0:
		return 1 - p.X/size
	case p.X < 0:
		return 2 - p.Y/size
	}
	return 3 + p.X/size
}
