//! Files and folders that only their owner may read, whatever the umask: what the program keeps is about people.
//!
//! None is made or written through a link: someone who can write to the folder could lead it elsewhere. Without Unix's
//! permissions (Windows) the folder decides who may read.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// What anyone but the owner may do.
#[cfg(unix)]
const OTHERS: u32 = 0o077;

/// Makes a new file.
///
/// # Errors
/// Something has that name, also a link that leads nowhere; or it cannot be made.
pub fn create_new(path: &Path) -> io::Result<File> {
    let file = not_through_a_link().write(true).create_new(true).open(path)?;
    narrow(path, &file);
    Ok(file)
}

/// Opens a file to add to its end, and makes it if it is missing.
///
/// # Errors
/// It is a link, or cannot be opened or made.
pub fn open_to_append(path: &Path) -> io::Result<File> {
    open(path, not_through_a_link().append(true).create(true))
}

/// Opens a file to lock it, and makes it if it is missing. What is in it stays.
///
/// # Errors
/// It is a link, or cannot be opened or made.
pub fn open_to_lock(path: &Path) -> io::Result<File> {
    open(path, not_through_a_link().write(true).create(true).truncate(false))
}

/// Writes a file in place of what it held, and makes it if it is missing. A reader may see half of it.
///
/// # Errors
/// It is a link, or cannot be written.
pub fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    open(path, not_through_a_link().write(true).create(true).truncate(true))?.write_all(bytes)
}

/// Writes a file under another name first, so that no reader sees half of it. Replaces what has its name.
///
/// # Errors
/// It cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_added_extension("part");
    begin_anew(&part)?.write_all(bytes)?;
    std::fs::rename(part, path)
}

/// Makes a new file in place of one that was left unfinished.
///
/// # Errors
/// What was left cannot be removed, or the new one cannot be made.
pub fn begin_anew(path: &Path) -> io::Result<File> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => create_new(path),
    }
}

/// Makes a folder, and those above it that are missing. One that is there stays as it is ([`exposed_folder`] tells of it).
///
/// # Errors
/// It cannot be made.
pub fn make_folder(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    make_folder(path.parent().unwrap_or(Path::new("")))?;
    match make_new_folder(path) {
        // Another process was faster.
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made,
    }
}

/// Makes a folder that must be new.
///
/// # Errors
/// Something has that name, or it cannot be made.
pub fn make_new_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
        std::fs::DirBuilder::new().mode(0o700).create(path)?;
        // The umask may have taken more away. A file system without permissions refuses it.
        let _refused = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700));
        Ok(())
    }
    #[cfg(not(unix))]
    std::fs::create_dir(path)
}

/// The path of a file without links, also of one that is not there yet: two names of one file come to the same.
///
/// # Errors
/// Its folder is missing, or it is a link that leads nowhere.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    match std::fs::canonicalize(path) {
        Err(error) if error.kind() == ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            let name = path.file_name().ok_or(error)?;
            Ok(std::fs::canonicalize(folder_of(path))?.join(name))
        }
        found => found,
    }
}

/// The folder that a file is in.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Takes a file from others that an earlier version made, or a copy. One that is missing, a link, or another user's
/// stays as it is.
pub fn keep_to_owner(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let Ok(found) = path.symlink_metadata() else { return };
        let mode = found.permissions().mode();
        if found.is_file() && mode & OTHERS != 0 {
            // If it cannot be changed, `exposed_file` says so.
            let _refused = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode & !OTHERS & 0o777));
        }
    }
    #[cfg(not(unix))]
    let _nothing_to_do = path;
}

/// What others on this machine may do in the folder of a file, and what to do about it.
#[must_use]
pub fn exposed_folder(file: &Path) -> Option<String> {
    let folder = folder_of(file);
    let mode = open_mode(folder)?;
    let folder = folder.display();
    Some(format!("the folder {folder} is open to others on this machine (mode {mode:o}): chmod 700 {folder}"))
}

/// What others on this machine may do with a file, and what to do about it.
#[must_use]
pub fn exposed_file(file: &Path) -> Option<String> {
    let mode = open_mode(file)?;
    let file = file.display();
    Some(format!(
        "{file} is open to others on this machine (mode {mode:o}): chmod 600 {file}. If the mode stays, its file system has \
         no permissions, or another user owns it: put it on a file system that has them"
    ))
}

/// The permissions, if they let others do anything.
#[cfg(unix)]
fn open_mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & OTHERS != 0).then_some(mode)
}

#[cfg(not(unix))]
fn open_mode(_path: &Path) -> Option<u32> {
    None
}

fn open(path: &Path, options: &OpenOptions) -> io::Result<File> {
    let file = options.open(path)?;
    narrow(path, &file);
    Ok(file)
}

#[cfg(unix)]
fn not_through_a_link() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    options.mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    options
}

#[cfg(not(unix))]
fn not_through_a_link() -> OpenOptions {
    OpenOptions::new()
}

/// The umask may have taken more away, and a file that was there may be open to others.
fn narrow(path: &Path, file: &File) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let is_private = file.metadata().is_ok_and(|of| of.permissions().mode() & 0o777 == 0o600);
        // A file system without permissions refuses it, or another user owns the file: both are warned about.
        if !is_private && let Err(error) = file.set_permissions(std::fs::Permissions::from_mode(0o600)) {
            tracing::debug!(file = %path.display(), %error, "the permissions of a file could not be set");
        }
    }
    #[cfg(not(unix))]
    let _nothing_to_do = (path, file);
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn files_and_folders_are_their_owners() {
        let place = tempfile::TempDir::new().unwrap();
        let folder = place.path().join("a/b");
        make_folder(&folder).unwrap();
        assert_eq!((mode(&folder), mode(&place.path().join("a"))), (0o700, 0o700));
        let file = |name: &str| folder.join(name);
        drop(create_new(&file("new")).unwrap());
        drop(open_to_append(&file("list")).unwrap());
        drop(open_to_lock(&file("lock")).unwrap());
        write_over(&file("note"), b"1").unwrap();
        replace(&file("whole"), b"2").unwrap();
        for name in ["new", "list", "lock", "note", "whole"] {
            assert_eq!(mode(&file(name)), 0o600, "{name}");
        }
        assert_eq!((exposed_file(&file("new")), exposed_folder(&file("new"))), (None, None));
        // What was open before is taken back.
        for name in ["list", "lock", "note"] {
            std::fs::set_permissions(file(name), std::fs::Permissions::from_mode(0o664)).unwrap();
        }
        drop(open_to_append(&file("list")).unwrap());
        write_over(&file("note"), b"3").unwrap();
        assert!(exposed_file(&file("lock")).unwrap().contains("mode 664"));
        keep_to_owner(&file("lock"));
        assert_eq!((mode(&file("list")), mode(&file("note")), mode(&file("lock"))), (0o600, 0o600, 0o600));
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
        assert!(exposed_folder(&file("lock")).unwrap().contains("mode 755"));
    }

    #[test]
    fn no_link_is_followed() {
        let place = tempfile::TempDir::new().unwrap();
        let (target, link) = (place.path().join("target"), place.path().join("link"));
        std::fs::write(&target, "mine").unwrap();
        for to in [&target, &place.path().join("nowhere")] {
            symlink(to, &link).unwrap();
            assert!(create_new(&link).is_err());
            assert!(open_to_append(&link).is_err());
            assert!(open_to_lock(&link).is_err());
            assert!(write_over(&link, b"theirs").is_err());
            replace(&link, b"whole").unwrap();
            assert!(!link.is_symlink(), "the link is replaced, and not what it leads to");
            std::fs::remove_file(&link).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "mine");
        assert!(!place.path().join("nowhere").exists());
    }

    #[test]
    fn two_names_of_a_file_are_one_path() {
        let place = tempfile::TempDir::new().unwrap();
        let folder = place.path().join("folder");
        make_folder(&folder).unwrap();
        symlink(&folder, place.path().join("door")).unwrap();
        let (one, other) = (folder.join("cmad.db"), place.path().join("door/cmad.db"));
        assert_eq!(real_path(&one).unwrap(), real_path(&other).unwrap(), "also before it is there");
        drop(create_new(&one).unwrap());
        let third = place.path().join("third.db");
        symlink(&one, &third).unwrap();
        assert_eq!(real_path(&third).unwrap(), real_path(&other).unwrap());
        std::fs::remove_file(&one).unwrap();
        assert!(real_path(&third).is_err(), "it leads nowhere");
    }
}
