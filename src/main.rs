//! The `drogman` command.

use std::process::ExitCode;

/// In the static binaries of a release.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    drogman::cli::run(std::env::args_os())
}
