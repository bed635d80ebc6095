//! What is passed over in every folder, on purpose: the list, with the reason for each entry.

/// How something that is passed over is called, in small letters.
enum Called {
    Exactly(&'static str),
    Beginning(&'static str),
    Ending(&'static str),
    /// A folder of this name; a file of that name is none of it.
    Folder(&'static str),
}

use Called::{Beginning, Ending, Exactly, Folder};

/// Everything that is passed over, and why.
const LIST: [(Called, &str); 27] = [
    (Beginning("."), "what begins with a full stop is hidden: it belongs to a program"),
    (Beginning("~"), "Word makes it while a document is open"),
    (Ending("~"), "it is the copy of before that an editor keeps"),
    (Ending("#"), "it is the copy that an editor saves while somebody types"),
    (Ending(".bak"), "it is the copy of before that an editor keeps"),
    (Ending(".orig"), "it is the copy of before that a program keeps"),
    (Ending(".rej"), "it is a change that a program could not make"),
    (Ending(".swp"), "an editor makes it while a file is open"),
    (Ending(".swo"), "an editor makes it while a file is open"),
    (Ending(".tmp"), "a program makes it for a moment"),
    (Ending(".part"), "it is a download that is not whole yet"),
    (Ending(".crdownload"), "it is a download that is not whole yet"),
    (Exactly("thumbs.db"), "Windows keeps small pictures in it"),
    (Exactly("ehthumbs.db"), "Windows keeps small pictures in it"),
    (Exactly("desktop.ini"), "Windows keeps in it how a folder looks"),
    (Exactly("icon\r"), "a Mac keeps the picture of a folder in it"),
    (Folder("$recycle.bin"), "Windows keeps in it what was deleted"),
    (Folder("system volume information"), "Windows keeps it on each disk"),
    (Folder("lost+found"), "Linux keeps it on each disk"),
    (Folder("__macosx"), "a Mac puts it into what it packs"),
    (Folder("@eadir"), "a server keeps small pictures in it"),
    (Folder("#recycle"), "a server keeps in it what was deleted"),
    (Folder("output"), "homepack makes it"),
    (Folder("private"), "only the commands for packs look into it"),
    (Folder("target"), "programmers’ tools make it"),
    (Folder("node_modules"), "programmers’ tools make it"),
    (Folder("__pycache__"), "programmers’ tools make it"),
];

/// Why something of this name is passed over; none where it is not.
pub(super) fn why(name: &str, is_folder: bool) -> Option<&'static str> {
    let name = name.to_lowercase();
    let is = |called: &Called| match called {
        Exactly(known) => name == *known,
        Beginning(start) => name.starts_with(start),
        Ending(end) => name.ends_with(end),
        Folder(known) => is_folder && name == *known,
    };
    LIST.iter().find(|(called, _)| is(called)).map(|(_, why)| *why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_passed_over_and_what_somebody_wrote_is_not() {
        for litter in [
            ".DS_Store",
            "._fees.yaml",
            ".#fees.yaml",
            "~$statement.docx",
            "fees.yaml~",
            "#fees.yaml#",
            "Thumbs.db",
            "desktop.ini",
            "fees.yaml.bak",
            "FEES.YAML.ORIG",
            ".fees.yaml.swp",
        ] {
            assert!(why(litter, false).is_some(), "{litter}");
        }
        for folder in [".git", "output", "private", "__MACOSX", "$RECYCLE.BIN"] {
            assert!(why(folder, true).is_some(), "{folder}");
        }
        for written in ["fees.yaml", "output.md", "private", "backup.md", "fees.old.yaml", "Copy of fees.yaml"] {
            assert_eq!(why(written, false), None, "{written}");
        }
    }
}
