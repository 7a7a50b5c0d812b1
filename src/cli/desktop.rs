//! Opening a page in the browser, where someone sits before it.

use std::path::Path;

use crate::cli::warn;

/// Whether someone sits before a desktop: not in CI, not over ssh, and on Linux with a display. `is_set` says whether the
/// environment has a variable.
pub(super) fn is_there(is_set: impl Fn(&str) -> bool) -> bool {
    let elsewhere = ["CI", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(&is_set);
    let display = cfg!(not(target_os = "linux")) || ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(&is_set);
    !elsewhere && display
}

/// Opens the file with the program that the desktop has for it, and does not wait for that.
pub(super) fn open(file: &Path) {
    if let Err(error) = open::that_detached(file) {
        warn(&format!("the page does not open by itself: {error}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_opens_only_before_someone() {
        let there = |set: &[&str]| is_there(|name| set.contains(&name));
        assert!(there(&["DISPLAY"]) && there(&["WAYLAND_DISPLAY", "HOME"]));
        assert_eq!(there(&[]), cfg!(not(target_os = "linux")));
        for elsewhere in ["CI", "SSH_CONNECTION", "SSH_TTY"] {
            assert!(!there(&["DISPLAY", elsewhere]), "{elsewhere}");
        }
    }
}
