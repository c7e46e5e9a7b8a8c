SHELL := /usr/bin/env bash
# Everything a person or a machine does with the project. Each target sets up what it needs by itself.
.PHONY: help serve demo build data test bench screens lint fmt clean
help: ## print this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 15

serve: build ## build everything and serve it at http://localhost:8080/ (PORT=, HOST=)
	@exec node tools/serve.mjs

demo: build ## the same, with a tour of addresses to look at
	@exec node tools/serve.mjs --tour

build: ## build the page into dist/
	@tools/build.sh

data: ## build public/data and public/schema from data/
	@tools/data.sh

test: ## run every check
	@tools/test.sh

bench: build ## measure the page in Chromium beside a plain ECharts page (WRITE=1 writes docs/BENCH.md)
	@tools/setup.sh npm chromium && . tools/env.sh && node tools/bench.mjs $(if $(WRITE),--write)

screens: build ## take the pictures of docs/screens
	@tools/setup.sh npm chromium && . tools/env.sh && node tools/screens.mjs

lint: ## formatting and clippy, for the machine and for the browser
	@tools/test.sh lint

fmt: ## format the Rust sources
	@cargo fmt --all

clean: ## remove what was built
	rm -rf dist target public/data public/schema public/vendor test-results playwright-report
