//! One paper onto the disk, where somebody asked for it: whole or not at all, and never over a file that is not a paper.

use std::io::Write as _;

use camino::Utf8Path;

use crate::failure::Failure;

/// How every PDF begins.
const PDF: &[u8] = b"%PDF-";

/// Writes a paper.
///
/// # Errors
/// Where it cannot be written, or a file that is not a PDF has its name.
pub fn write_paper(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Write { path: path.to_owned(), why: error.into() };
    if path.is_dir() || (path.exists() && !fs_err::read(path).is_ok_and(|there| there.starts_with(PDF))) {
        return Err(Failure::Write {
            path: path.to_owned(),
            why: "something that is not a paper has that name".into(),
        });
    }
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    fs_err::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    super::output::readable(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
