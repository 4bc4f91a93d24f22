import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goNetHttp as plainRecipe } from '../../../src/advice/servers/go-net-http.ts';
import { goRsCors as rsRecipe } from '../../../src/advice/servers/go-rs-cors.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';
import { LOGIN } from '../upstream.ts';

/** Debian's Go packages stand there; nothing is fetched. */
const GOPATH = '/usr/share/gocode';
const env = (folder: string): NodeJS.ProcessEnv => ({
  GO111MODULE: 'off',
  GOPATH,
  GOCACHE: join(folder, '..', 'cors-lens-go'),
});

const app = (handler: string): string => `package main

import (
	"encoding/json"
	"net/http"
	"os"
)

func items(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("ETag", "\\"1\\"")
	w.Header().Set("X-Total-Count", "7")
	json.NewEncoder(w).Encode(map[string]string{"cookie": r.Header.Get("Cookie")})
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/items", items)
	mux.HandleFunc("/api/private", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "${LOGIN}" {
			http.Error(w, "login", http.StatusUnauthorized)
			return
		}
		items(w, r)
	})
	mux.HandleFunc("/api/boom", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "boom", http.StatusInternalServerError)
	})
	http.ListenAndServe("127.0.0.1:"+os.Args[1], ${handler})
}
`;

const goServer = (
  title: string,
  recipe: typeof rsRecipe,
  handler: string,
  files: readonly string[],
): ServerUnderTest => ({
  title,
  recipe,
  needs: { commands: ['go'], files, debian: ['golang-go', ...(files.length > 0 ? ['golang-github-rs-cors-dev'] : [])] },
  version: () => versionIn(output('go', ['version'])),
  write(text, { folder }) {
    writeFileSync(join(folder, 'main.go'), app(text === '' ? 'mux' : handler));
    if (text !== '') writeFileSync(join(folder, 'cors.go'), text);
  },
  test: ({ folder }) => void output('go', ['vet', 'main.go', 'cors.go'], folder, env(folder)),
  start(site: Site) {
    output('go', ['build', '-o', 'app', '.'], site.folder, env(site.folder));
    return serve(site, join(site.folder, 'app'), [String(site.port)]);
  },
});

/** Go's own server with a login in its routes. */
export const goNetHttp = goServer('Go (net/http)', plainRecipe, 'withCORS(mux)', []);
export const goRsCors = goServer('Go (rs/cors)', rsRecipe, 'withCORS.Handler(mux)', [
  `${GOPATH}/src/github.com/rs/cors/cors.go`,
]);
