//! Makes cargo build again when a file is added to a folder that is built into the program; by itself it sees only
//! changes of files that were there before.
fn main() {
    println!("cargo:rerun-if-changed=src/text/locales");
    println!("cargo:rerun-if-changed=src/store/migrations");
}
