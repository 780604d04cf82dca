//! Reading and replacing files: whole, as text, atomically.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

use crate::error::{Error, Kind};
use crate::source::{LineIndex, Span};

/// Larger files are no articles and no messages; they are reported, not read.
pub(crate) const LARGEST: u64 = 64 << 20;

/// Reads a text file; the error names the first byte that is not UTF-8 by line and column.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    let mut file = fs::File::open(path).map_err(|cause| Error::read(path, cause))?;
    let size = file.metadata().map_err(|cause| Error::read(path, cause))?.len();
    if size > LARGEST {
        return Err(Kind::TooLarge { path: path.to_owned(), size, limit: LARGEST }.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    std::io::Read::by_ref(&mut file)
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| Error::read(path, cause))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let head = String::from_utf8_lossy(&bytes[..valid]);
        let at = LineIndex::new(&head).position(&head, Span::at(valid).start);
        Kind::NotUtf8 { path: path.to_owned(), at }.into()
    })
}

/// Reads a file of any kind and size, such as a picture or a film.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|cause| Error::read(path, cause))
}

/// Replaces the file at `path` by `bytes`, or makes it, with the folders above it: written beside it first, then put in
/// its place in one step, so that a reader sees the old file or the new one. Permissions are kept.
///
/// # Errors
/// When the folder cannot be written to; the old file is then untouched.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let fault = |cause| Error::write(path, cause);
    // A link is followed: what it names is replaced, the link stays.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(fault)?;
    let old = fs::metadata(path).ok();
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(fault(std::io::Error::from(std::io::ErrorKind::PermissionDenied)));
    }
    let mut file = tempfile::Builder::new().prefix(".mizan-").tempfile_in(folder).map_err(fault)?;
    file.write_all(bytes).map_err(fault)?;
    if let Some(permissions) = old.map(|old| old.permissions()).or_else(|| usual_permissions(folder)) {
        file.as_file().set_permissions(permissions).map_err(fault)?;
    }
    file.as_file().sync_all().map_err(fault)?;
    file.persist(path).map_err(|error| fault(error.error))?;
    Ok(())
}

/// Replaces the file at `path` as [`replace`] does, if it still holds `before`; one that holds `after` already is done.
///
/// # Errors
/// When it holds something else by now, or cannot be read or written. It is then as it was.
pub(crate) fn replace_unchanged(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Error> {
    let now = read_bytes(path)?;
    if now == after {
        return Ok(());
    }
    if now != before {
        return Err(Kind::Changed { path: path.to_owned() }.into());
    }
    replace(path, after)
}

/// What a new file gets: readable by all who may read the folder (a temporary file is for its owner alone).
fn usual_permissions(folder: &Path) -> Option<fs::Permissions> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(folder).ok()?.permissions().mode();
        Some(fs::Permissions::from_mode(0o600 | mode & 0o066))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{read, replace};

    #[test]
    fn a_file_is_replaced_and_keeps_its_permissions() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/deep/a.md");
        replace(&path, b"one").expect("made");
        replace(&path, "اثنان".as_bytes()).expect("replaced");
        assert_eq!(read(&path).expect("read"), "اثنان");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("set");
            replace(&path, b"three").expect("replaced");
            assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
        }
        let left = std::fs::read_dir(path.parent().expect("a folder")).expect("read").count();
        assert_eq!(left, 1, "no temporary file is left");
    }

    #[test]
    fn text_that_is_not_utf8_is_placed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("old.md");
        replace(&path, b"\xd9\x85\xd8\xab\nab\xff\n").expect("made");
        let at = read(&path).expect_err("not UTF-8").position().expect("a place");
        assert_eq!((at.line, at.column), (2, 3));
    }
}
