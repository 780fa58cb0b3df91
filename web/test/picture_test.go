package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// picture catches the picture that the page copies, where copies is true, or refuses it; and what is saved instead.
const picture = `
	window.pictures = []; window.saved = "";
	const catchPictures = copies => navigator.clipboard.write = async ([item]) => {
		if (!copies) throw new DOMException("no", "NotAllowedError");
		window.pictures.push(await item.getType("image/png"));
	};
	HTMLAnchorElement.prototype.click = function() { window.saved = this.download; };
	const button = label => [...demo.shadowRoot.querySelectorAll("button.copy")].find(b => b.textContent.trim() === label);
	const looked = async png => {
		const image = await createImageBitmap(png);
		const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
		context.drawImage(image, 0, 0);
		const {data} = context.getImageData(0, 0, image.width, image.height);
		const colours = new Set();
		for (let i = 0; i < data.length; i += 4) colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
		return {Width: image.width, Height: image.height, Colours: colours.size, Corner: data[0]};
	};
`

// TestCopyPicture makes a picture of a run with the keyboard, in the page's colours, and looks at it.
func TestCopyPicture(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	if script[int](t, page, picture+`return demo.shadowRoot.querySelectorAll(".console .actions button").length`) != 0 {
		t.Error("before a run there is something to copy")
	}
	type look struct{ Width, Height, Colours, Corner int }
	heights := map[string]int{}
	for _, theme := range []string{"light", "dark"} {
		script[bool](t, page, picture+`catchPictures(true); demo.theme = "`+theme+`"; demo.params = {n: "3", d: "10ms"};
			await demo.run(); await until(() => button("Copy picture")); button("Copy picture").focus(); return true`)
		act(t, page, chromedp.KeyEvent(kb.Enter))
		got := script[look](t, page, `await until(() => window.pictures.length > 0);
			await until(() => [...demo.shadowRoot.querySelectorAll("button.copy")].some(b => b.textContent.trim() === "Copied"));
			`+picture[strings.Index(picture, "const looked"):]+`return looked(window.pictures[0])`)
		if got.Width != 1520 || got.Height < 500 || got.Height > 3000 || got.Colours < 20 || (got.Corner > 128) != (theme == "light") {
			t.Errorf("%s: the picture is %+v", theme, got)
		}
		heights[theme] = got.Height
	}
	if heights["light"] != heights["dark"] {
		t.Errorf("heights differ: %v", heights)
	}
}

// TestPictureWithoutClipboard saves a file and shows the picture, in each language.
func TestPictureWithoutClipboard(t *testing.T) {
	for folder, words := range map[string][3]string{
		"":    {"Copy picture", "Saved as a file", "take the picture from here"},
		"ja/": {"画像をコピー", "ファイルに保存しました", "次の画像を保存してください"},
		"ko/": {"그림 복사", "파일로 저장했습니다", "아래 그림을 저장하세요"},
	} {
		page := open(t, "/"+folder+"demos/threads/", 390)
		type outcome struct {
			File, Said, Alt string
			Wide            int
			Fits            bool
		}
		got := script[outcome](t, page, picture+`catchPictures(false);
			demo.params = {n: "2", d: "10ms"};
			await demo.run(); await demo.updateComplete;
			button("`+words[0]+`").click();
			await until(() => $(".rescue img")?.complete && button("`+words[1]+`"));
			const {naturalWidth, alt, width} = $(".rescue img");
			return {File: window.saved, Said: $(".rescue").textContent.trim(), Alt: alt, Wide: naturalWidth, Fits: width <= innerWidth}`)
		if got.File != "ahiru-threads.png" || !strings.Contains(got.Said, words[2]) || !strings.Contains(got.Alt, "threads; ") || got.Wide != 1520 || !got.Fits {
			t.Errorf("%q: got %+v", folder, got)
		}
	}
}
