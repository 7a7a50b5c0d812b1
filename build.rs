//! Tells cargo that a new file in a folder that is built in is a reason to build again: without it, only changes of
//! files that were there before are seen.
fn main() {
    println!("cargo:rerun-if-changed=src/text/locales");
    println!("cargo:rerun-if-changed=src/store/migrations");
}
