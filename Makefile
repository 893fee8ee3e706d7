# Short forms of commands; none of them needs make.

# The evaluation grounds, where they are at hand; nothing of them is part of this repository.
EVAL ?= ../shared/eval
export EVAL
BIN = target/release/drogman

.PHONY: run demo test long growth ci bench picture release \
	eval-segment eval-identity eval-checks eval-cldr eval-clients eval-recipes eval-documents eval-catalogs \
	eval-hostile eval-speed eval-peers

# The main job on this repository's own content.
run demo:
	cargo run --release --example demo

# All tests.
test:
	cargo test

# The long forms of the tests that kill, walk and fuzz: hours on two processors.
long:
	DROGMAN_KILLS=200 DROGMAN_KILL_DOCUMENTS=500 cargo test --test kill -- --nocapture --test-threads 1
	DROGMAN_WALK=1000 DROGMAN_WALK_SEEDS=10 cargo test --test walk -- --nocapture
	DROGMAN_FUZZ=1000000 cargo test --release --test fuzz

# Whether the time of a command grows with what is wrong in a catalog, and not with its square.
growth:
	cargo test --release --test growth -- --ignored

# What a change must pass.
ci:
	.ci/run

# How long the user's waits are.
bench:
	cargo bench

# The README's picture, from real output.
picture:
	cargo run --quiet --release -- status --color always > target/status.txt
	cargo run --quiet --release --example terminal_picture "drogman status" < target/status.txt > docs/status.svg

# The program as users get it.
release:
	cargo build --release
	.ci/size $(BIN)

# How good the parts are, in figures. These need Python; `eval-cldr`, `eval-clients` and `eval-recipes` also
# download the tools of others.
eval-segment: release
	tests/eval/segment.sh $(BIN)
eval-identity: release
	tests/eval/identity.sh $(BIN)
eval-checks: release
	tests/eval/checks.sh $(BIN)
eval-cldr: release
	tests/eval/cldr.sh $(BIN)
eval-documents: release
	tests/eval/documents.sh $(BIN)
eval-catalogs: release
	tests/eval/catalogs.sh $(BIN)
eval-hostile: release
	tests/eval/hostile.sh $(BIN)
eval-speed: release
	tests/eval/speed.sh $(BIN)
# Beside the tools of others, on this repository's own articles.
eval-peers: release
	python3 tests/eval/peers.py $(BIN)
eval-clients: release
	tests/eval/clients.sh $(BIN)
eval-recipes: release
	tests/eval/recipes.sh $(BIN)
