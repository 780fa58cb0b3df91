package hostcheck

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	// askLimit is how long one answer may take as a whole.
	askLimit = time.Minute
	// bodyLimit is far above the largest file that is asked for.
	bodyLimit = 64 << 20
	// mostHops is how often an answer may lead elsewhere.
	mostHops = 3
)

// An answer is what came for one request.
type answer struct {
	status int
	header http.Header
	body   []byte // as it travelled
	at     *url.URL
}

// A host is who is asked.
type host struct {
	ctx    context.Context
	root   *url.URL // of the site, with a slash at its end
	client *http.Client
}

func newHost(ctx context.Context, address string) (*host, error) {
	root, err := url.Parse(address)
	if err != nil || (root.Scheme != "http" && root.Scheme != "https") || root.Host == "" {
		return nil, fmt.Errorf("%q is not the address of a site, such as https://example.org/ahiru/", plain(address))
	}
	root.RawQuery, root.Fragment = "", ""
	if !strings.HasSuffix(root.Path, "/") {
		root.Path += "/"
	}
	return &host{ctx: ctx, root: root, client: &http.Client{
		Timeout:   askLimit,
		Transport: &http.Transport{DisableCompression: true, Proxy: http.ProxyFromEnvironment},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > mostHops {
				return errors.New("it leads from one address to the next without an end")
			}
			return nil
		},
	}}, nil
}

// get asks for a path below the site's root; headers are pairs.
func (h *host) get(path string, headers ...string) (*answer, error) {
	target, err := h.root.Parse(path)
	if err != nil {
		return nil, fmt.Errorf("%q is no address", plain(path))
	}
	request, err := http.NewRequestWithContext(h.ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", "ahiru-check")
	request.Header.Set("Accept-Encoding", "identity")
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := h.client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("%s", plain(err.Error()))
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, bodyLimit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the answer for %s broke off: %s", path, plain(err.Error()))
	case len(body) > bodyLimit:
		return nil, fmt.Errorf("the answer for %s does not end", path)
	}
	return &answer{response.StatusCode, response.Header, body, response.Request.URL}, nil
}

// says gives a header for printing.
func (a *answer) says(name string) string {
	values := a.header.Values(name)
	if len(values) == 0 {
		return "not sent"
	}
	return plain(`"` + strings.Join(values, ", ") + `"`)
}

// mediaType is the type without its parameters, in lower case.
func (a *answer) mediaType() string {
	kind, _, _ := strings.Cut(a.header.Get("Content-Type"), ";")
	return strings.ToLower(strings.TrimSpace(kind))
}
