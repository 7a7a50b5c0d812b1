//! The program: everything is in the library, see `cmad::cli`.

fn main() -> std::process::ExitCode {
    cmad::cli::main()
}
