//! The command line: see `cmad --help`.

fn main() {}
