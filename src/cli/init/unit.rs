//! The service by which systemd runs a bot in its folder: that of the packages, with other places.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::cli::environment;

/// Its file.
pub(super) const NAME: &str = "cmad.service";
/// The one of the packages.
const PACKAGED: &str = include_str!("../../../packaging/cmad.service");

/// A service, and as whom it runs.
pub(super) struct Unit {
    pub(super) text: String,
    /// Whether the user has to be made: the folder is root's, and the bot does not run as root.
    pub(super) needs_user: bool,
}

/// The unit for a bot in this folder.
///
/// # Errors
/// A path cannot stand in it.
pub(super) fn unit(folder: &Path) -> anyhow::Result<Unit> {
    let folder = std::path::absolute(folder).context("the folder has no path")?;
    let program = std::env::current_exe().context("it is not known where cmad is")?;
    let owner = owner(&folder);
    let (user, group) = owner.clone().unwrap_or_else(|| ("cmad".to_owned(), "cmad".to_owned()));
    let (folder, program) = (plain(&folder)?, plain(&program)?);
    let settings = environment::FILE;
    let line = |line: &str| match line.split_once('=').map_or(line, |(name, _)| name) {
        "ExecStart" => Some(format!("ExecStart={program} run")),
        "User" => Some(format!("User={user}")),
        "Group" => Some(format!("Group={group}")),
        "EnvironmentFile" => Some(format!("EnvironmentFile={folder}/{settings}")),
        "ConditionPathExists" => Some(format!("ConditionPathExists={folder}/{settings}")),
        "WorkingDirectory" => Some(format!("WorkingDirectory={folder}")),
        "StateDirectory" => Some(format!("ReadWritePaths={folder}")),
        "StateDirectoryMode" => None,
        // The packages bring the manual pages that it names.
        "Documentation" => None,
        // The folder and the program may be in someone's home.
        "ProtectHome" => Some("ProtectHome=read-only".to_owned()),
        _ => Some(line.to_owned()),
    };
    let text = PACKAGED.lines().filter_map(line).map(|line| line + "\n").collect();
    Ok(Unit { text, needs_user: owner.is_none() })
}

/// A path that systemd reads as it is.
fn plain(path: &Path) -> anyhow::Result<String> {
    let path: PathBuf = path.components().collect();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+@".contains(c);
    match path.to_str().filter(|path| path.chars().all(is_plain)) {
        Some(path) => Ok(path.to_owned()),
        None => bail!(
            "{} cannot stand in a service of systemd: choose a folder of letters, digits and . _ - + @ (--dir)",
            path.display()
        ),
    }
}

/// User and group of the folder, or of the one in which it will be made; `None` for root.
fn owner(folder: &Path) -> Option<(String, String)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let of = folder.ancestors().find_map(|folder| folder.metadata().ok())?;
        (of.uid() != 0).then(|| (of.uid().to_string(), of.gid().to_string()))
    }
    #[cfg(not(unix))]
    {
        let _has_no_systemd = folder;
        None
    }
}
