//! One way to open a folder as ours, published or private: it must harm nobody, whatever links lead to it, and nothing is changed before
//! that is known.

use camino::Utf8Path;

use super::look::{Kind, kind, kind_behind, own_folder, whole};

/// Why a folder may be neither the output nor the private one, as the end of a sentence; none where it may.
pub(super) fn harm(dir: &Utf8Path, content: &Utf8Path) -> Option<&'static str> {
    let (here, content) = (whole(dir), whole(content));
    if here.parent().is_none() {
        return Some("it is the top of the disk");
    }
    if content == here || content.starts_with(&here) {
        return Some("it is or holds your content");
    }
    if here.starts_with(&content) {
        return Some("it lies inside your content");
    }
    if own_folder().is_some_and(|own| own == here || own.starts_with(&here)) {
        return Some("it is or holds your own folder");
    }
    match kind_behind(dir) {
        Kind::Nothing | Kind::Folder => None,
        Kind::File => Some("it is a file"),
        Kind::Link => Some("it is a link that leads nowhere"),
        Kind::Other if kind(dir) == Kind::Folder => Some("it may not be opened"),
        Kind::Other => Some("it is a pipe or a device, or it may not be opened"),
    }
}

/// Files that computers leave in every folder that somebody looks into. They are nobody’s work.
pub(super) fn of_the_system(name: &str) -> bool {
    matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
