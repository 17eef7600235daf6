# Control Tower. "make help" lists what there is; README.md tells the rest.

BUILD  ?= build
PREFIX ?= /usr/local
CC     ?= cc
Q      ?= @
# V=1 shows the commands; else a word for each.
ifeq ($(V),1)
Q =
endif

# What the program is built with and stands on, as Debian and Ubuntu call it.
PACKAGES = gcc libc6-dev make git pkg-config libcurl4-openssl-dev libcmark-gfm-dev \
           libcmark-gfm-extensions-dev libjansson-dev libsqlite3-dev libssl-dev libxml2-dev \
           libarchive-dev libyaml-dev zlib1g-dev

CFLAGS   ?= -O2 -g
WARNINGS  = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes
STANDARD  = -std=c17 -D_GNU_SOURCE -Igenerator
CMARK     = -lcmark-gfm-extensions -lcmark-gfm
LIBRARIES = $(shell pkg-config --libs libcurl jansson sqlite3 libcrypto libxml-2.0 libarchive yaml-0.1 zlib) $(CMARK) -lm
INCLUDES  = $(shell pkg-config --cflags libcurl jansson sqlite3 libcrypto libxml-2.0 libarchive yaml-0.1 zlib)

CORES   = $(shell nproc 2>/dev/null || echo 2)
TOOLS   = generator/declare/embed.c generator/snapshot/whole.c
SOURCES = $(filter-out $(TOOLS),$(wildcard generator/*.c generator/*/*.c))
COMMON  = $(filter-out %/main.o,$(SOURCES:%.c=$(BUILD)/%.o)) $(BUILD)/builtins.o
OBJECTS = $(BUILD)/generator/main.o $(COMMON) $(BUILD)/made.o
HEADERS = $(wildcard generator/*/*.h)

# The files that are compiled in, as NAME PATH; declare/declare.h tells what names mean.
EMBEDDED = $(sort $(wildcard generator/snapshot/schema/*.sql generator/*/*.sql \
             generator/collect/sources/*/*.sql generator/passes/checks/*.sql generator/passes/recommendations/*.sql \
             generator/serve/tools/*.sql \
             templates/* content/*.md))
NAMED = $(foreach file,$(EMBEDDED),$(or \
          $(patsubst generator/collect/sources/%,sources/%,$(filter generator/collect/sources/%,$(file))), \
          $(patsubst generator/passes/checks/%,checks/%,$(filter generator/passes/checks/%,$(file))), \
          $(patsubst generator/passes/recommendations/%,recommendations/%,$(filter generator/passes/recommendations/%,$(file))), \
          $(patsubst generator/serve/tools/%,tools/%,$(filter generator/serve/tools/%,$(file))), \
          $(patsubst generator/passes/%,passes/%,$(filter generator/passes/%,$(file))), \
          $(patsubst generator/snapshot/schema/%,schema/%,$(filter generator/snapshot/schema/%,$(file))), \
          $(patsubst generator/%,internal/%,$(filter generator/%,$(file))), \
          $(file)) $(file))

.PHONY: help site test bench sanitize format install clean packages test-packages FORCE
.DELETE_ON_ERROR:

help: ## show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: packages ## install what is missing, build the program, build this folder's site
	@$(MAKE) --no-print-directory -j$(CORES) $(BUILD)/tower
	@$(BUILD)/tower build
	@echo "Open public/index.html in a browser."

test: packages test-packages ## install what is missing, run all tests
	@$(MAKE) --no-print-directory -j$(CORES) $(BUILD)/tower $(BUILD)/edit
	@node tests/run.mjs

bench: packages test-packages ## measure, each figure beside something to compare it with
	$(call install_missing,hugo)
	@$(MAKE) --no-print-directory -j$(CORES) $(BUILD)/tower $(BUILD)/edit
	@node tests/bench.mjs

SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
sanitize: packages test-packages ## run all tests under ASan and UBSan, then under valgrind
	@$(MAKE) --no-print-directory -j$(CORES) BUILD=build/sanitize CFLAGS='$(SANITIZE)' build/sanitize/tower build/sanitize/edit
	@$(MAKE) --no-print-directory -j$(CORES) $(BUILD)/tower $(BUILD)/edit
	TOWER=build/sanitize/tower node tests/run.mjs
	TOWER=tests/valgrind node tests/run.mjs

format: ## format the C sources
	clang-format -i $(SOURCES) $(HEADERS) $(TOOLS)

install: $(BUILD)/tower ## install the program (PREFIX=/usr/local, DESTDIR)
	install -D -m 755 $(BUILD)/tower '$(DESTDIR)$(PREFIX)/bin/tower'

clean: ## remove what was built; the snapshot in data/ stays
	rm -rf build public private tests/node_modules

$(BUILD)/tower: $(OBJECTS)
	@echo "  link  $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--build-id=sha1 -o $@ $(OBJECTS) $(LIBRARIES)

# For tests: what it changes in a snapshot is noted as any run's changes are.
$(BUILD)/edit: $(BUILD)/tests/snapshot/edit.o $(COMMON) $(BUILD)/made.o
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  cc    $<"
	$(Q)$(CC) $(STANDARD) $(INCLUDES) $(CFLAGS) $(WARNINGS) -MMD -MP -c -o $@ $<

$(BUILD)/embed: generator/declare/embed.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(STANDARD) $(CFLAGS) $(WARNINGS) -o $@ $<

# Made again when a file is added or taken away, too: the list itself is a prerequisite.
$(BUILD)/embedded.list: FORCE
	@mkdir -p $(@D)
	@echo '$(NAMED)' | cmp -s - $@ || echo '$(NAMED)' > $@

$(BUILD)/builtins.c: $(BUILD)/embed $(BUILD)/embedded.list $(EMBEDDED)
	@echo "  embed $@"
	$(Q)$(BUILD)/embed builtins $(NAMED) > $@

# The schema in one piece, made by a program that has it in many.
$(BUILD)/whole: $(BUILD)/generator/snapshot/whole.o $(COMMON)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/whole.sql: $(BUILD)/whole
	@echo "  make  $@"
	$(Q)$(BUILD)/whole > $@

$(BUILD)/made.c: $(BUILD)/embed $(BUILD)/whole.sql
	$(Q)$(BUILD)/embed made schema/whole.sql $(BUILD)/whole.sql > $@

$(BUILD)/builtins.o $(BUILD)/made.o: %.o: %.c
	$(Q)$(CC) $(STANDARD) $(CFLAGS) -c -o $@ $<

# Installs those of the packages in $(1) that are missing, through sudo when not root.
define install_missing
	@missing=''; for package in $(1); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "This is not Debian or Ubuntu: install by hand what corresponds to:$$missing" >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=''; elif command -v sudo >/dev/null; then sudo=sudo; else \
	  echo "Packages are missing and there is no sudo. As root, run: apt-get install$$missing" >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	{ $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; } \
	  > build-packages.log 2>&1 || { cat build-packages.log >&2; rm -f build-packages.log; \
	  echo "The packages could not be installed:$$missing" >&2; exit 1; }; rm -f build-packages.log
endef

# Installed, nginx would start a server on port 80, now and at each boot: it is only unpacked.
define unpack_nginx
	@echo "Unpacking nginx into build/nginx"; rm -rf build/nginx; mkdir -p build/nginx; cd build/nginx; \
	if [ "$$(id -u)" = 0 ]; then sudo=''; else sudo=sudo; fi; \
	{ { apt-get download -q nginx || { $$sudo apt-get update -q && apt-get download -q nginx; }; } && dpkg-deb -x nginx_*.deb . && test -x usr/sbin/nginx; } > unpack.log 2>&1 || \
	  { cat unpack.log >&2; echo "Debian's nginx could not be unpacked: run apt-get update, or install nginx by hand" >&2; exit 1; }
endef

# Prometheus and Alertmanager would be started as well. The latter looks for its templates in
# /usr/share: in the copy that is unpacked the path, of the same length, begins where it is run.
define unpack_prometheus
	@echo "Unpacking Prometheus and Alertmanager into build/prometheus"; rm -rf build/prometheus; mkdir -p build/prometheus; cd build/prometheus; \
	if [ "$$(id -u)" = 0 ]; then sudo=''; else sudo=sudo; fi; packages='prometheus prometheus-alertmanager'; \
	{ { apt-get download -q $$packages || { $$sudo apt-get update -q && apt-get download -q $$packages; }; } && \
	  for package in *.deb; do dpkg-deb --fsys-tarfile $$package | tar -x --wildcards './usr/bin/prometheus*' './usr/share/prometheus/alertmanager/*.tmpl' 2> /dev/null; done; rm -f *.deb; \
	  sed -i 's|/usr/share/prometheus/alertmanager|././/share/prometheus/alertmanager|g' usr/bin/prometheus-alertmanager && test -x usr/bin/prometheus; } > unpack.log 2>&1 || \
	  { cat unpack.log >&2; echo "Debian's Prometheus could not be unpacked; the tests that need it are skipped" >&2; rm -rf usr; }
endef

# The specification of GitHub Flavored Markdown as the library's own version has it: from the
# library's source package, with lists that apt keeps apart from the system's. Needs no root.
define fetch_gfm
	@echo "Fetching the specification of GitHub Flavored Markdown into build/gfm"; rm -rf build/gfm; mkdir -p build/gfm/lists/partial; cd build/gfm; \
	apart="-q -o Dir::Etc::SourceList=$$PWD/sources.list -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists=$$PWD/lists -o Dir::Cache=$$PWD -o APT::Sandbox::User="; \
	{ apt-get indextargets --format 'deb-src $$(SITE) $$(RELEASE) $$(COMPONENT)' 'Created-By: Packages' | sort -u > sources.list; \
	  apt-get $$apart update; apt-get $$apart source --download-only --tar-only cmark-gfm && \
	  tar xf cmark-gfm_*.orig.tar.gz --wildcards --strip-components=2 '*/test/spec.txt' && rm -rf lists *.bin; } > fetch.log 2>&1 || \
	  { cat fetch.log >&2; echo "The source package of cmark-gfm could not be fetched" >&2; exit 1; }
endef

# Ubuntu has Chromium as a snap only, which does not see files below /tmp. On npm there is one in
# a package, compressed; the libraries that it needs are Ubuntu's.
CHROMIUM = @sparticuz/chromium@138.0.2
define unpack_browser
	@echo "Unpacking Chromium into build/browser"; rm -rf build/browser; mkdir -p build/browser; cd build/browser; \
	{ test "$$(uname -m)" = x86_64 && npm pack --silent $(CHROMIUM) && tar xf *.tgz package/bin/chromium.br && \
	  node -e 'const fs = require("fs"); fs.writeFileSync("chromium", require("zlib").brotliDecompressSync(fs.readFileSync("package/bin/chromium.br")), { mode: 0o755 })' && \
	  rm -rf *.tgz package; } > unpack.log 2>&1 || \
	  { cat unpack.log >&2; echo "Chromium could not be unpacked from $(CHROMIUM): install google-chrome by hand" >&2; exit 1; }
endef

packages:
	$(call install_missing,$(PACKAGES))

# A Node or a browser that is there already, from wherever, will do.
NODE_FOUND    = $(shell node --version 2>/dev/null | grep -Eo '^v(1[89]|[2-9][0-9])' && command -v npm)
BROWSER_FOUND = $(shell for name in chromium google-chrome build/browser/chromium; do command -v $$name; done | grep -v ^/snap/ | head -n 1)
SNAP_ONLY     = $(shell grep -x ID=ubuntu /etc/os-release 2>/dev/null)
NGINX_FOUND   = $(shell PATH="$$PATH:/usr/sbin" command -v nginx || ls build/nginx/usr/sbin/nginx 2>/dev/null)
test-packages:
	$(call install_missing,sqlite3 time graphviz libxml2-utils $(if $(NODE_FOUND),,nodejs npm) $(if $(BROWSER_FOUND),,$(if $(SNAP_ONLY),libnss3,chromium)))
	$(if $(BROWSER_FOUND),,$(if $(SNAP_ONLY),$(unpack_browser)))
	$(if $(NGINX_FOUND),,$(unpack_nginx))
	$(if $(wildcard build/prometheus/usr/bin/prometheus),,$(unpack_prometheus))
	$(if $(wildcard build/gfm/spec.txt),,$(fetch_gfm))
	@if ! [ tests/node_modules/.package-lock.json -nt tests/package-lock.json ]; then \
	  echo "Installing the tests' npm packages"; \
	  (cd tests && npm ci --no-audit --no-fund --loglevel=error) && touch tests/node_modules/.package-lock.json; fi

-include $(OBJECTS:.o=.d) $(BUILD)/generator/snapshot/whole.d
