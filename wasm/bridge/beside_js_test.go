package bridge

import "context"

func init() {
	table["gulp"] = JSON(func(ctx context.Context, _ int) ([]string, error) {
		list := []string{}
		for _, file := range Files(ctx) {
			list = append(list, string(file))
		}
		Tell(ctx, len(list))
		return list, nil
	})
}
