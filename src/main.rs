//! The `drogman` command.

use std::process::ExitCode;

/// Every command takes the less time the cheaper it gets its memory.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    drogman::cli::run(std::env::args_os())
}
