//! Theme folders into memory, whole or not at all.

use std::collections::BTreeMap;

use camino::Utf8Path;

use super::walk::{Answer, Found, Links, walk};
use crate::failure::{Failure, Why};

/// A theme folder's files, by their paths in it. Endings are in small letters, as the plain theme has them.
///
/// # Errors
/// Where there is no such folder, or anything in it cannot be read.
pub fn theme(dir: &Utf8Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    if !dir.is_dir() {
        return Err(Failure::NoFolder(dir.to_owned()));
    }
    let mut files = BTreeMap::new();
    let mut unread = Vec::new();
    for Found { path, answer } in walk(dir, Links::Within(dir)) {
        let why = match answer {
            Answer::File => match fs_err::read(&path) {
                Ok(bytes) => {
                    let inside = path.strip_prefix(dir).unwrap_or(&path).as_str().replace('\\', "/");
                    let before = files.insert(with_small_ending(&inside), bytes);
                    before.map(|_| "another file has the same name but for its capitals".to_owned())
                }
                Err(error) => Some(Why::from(error).to_string()),
            },
            Answer::Hindered(why) => Some(format!("{why}. {}", why.help())),
            Answer::Folder | Answer::PassedOver => None,
        };
        unread.extend(why.map(|why| format!("{path} is not read: {why}")));
    }
    if unread.is_empty() { Ok(files) } else { Err(Failure::Theme(unread.join("\n"))) }
}

fn with_small_ending(path: &str) -> String {
    match path.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') => format!("{stem}.{}", ending.to_lowercase()),
        _ => path.to_owned(),
    }
}
