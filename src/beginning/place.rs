//! Where a home is begun: its folder, the one it shares with other homes, the one that an editor opens. Names only; nothing is looked up.

use camino::{Utf8Path, Utf8PathBuf};

/// The folder of all homes, as the manual has it.
const CONTENT: &str = "content";

/// Where a home is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    /// The home’s own folder.
    pub home: Utf8PathBuf,
    /// The folder that it shares with other homes; none where it stands alone.
    pub group: Option<Utf8PathBuf>,
    /// The folder that an editor opens: beside the homes lies what is private.
    pub top: Utf8PathBuf,
}

impl Where {
    /// A home in a folder. `shares` says whether the folder above it holds other homes, or something for them.
    #[must_use]
    pub fn of(folder: &Utf8Path, shares: bool) -> Self {
        let parent = folder.parent().filter(|parent| !parent.as_str().is_empty());
        let home = folder.to_owned();
        match parent {
            Some(parent) if parent.file_name() == Some(CONTENT) => {
                let top = parent.parent().filter(|top| !top.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
                Self { home, group: Some(parent.to_owned()), top: top.to_owned() }
            }
            _ => {
                let above = parent.unwrap_or(Utf8Path::new("."));
                Self { group: shares.then(|| above.to_owned()), top: home.clone(), home }
            }
        }
    }

    /// The folder for contacts that every home has.
    #[must_use]
    pub fn contacts(&self) -> Utf8PathBuf {
        self.base().join("contacts")
    }

    /// The folder that it shares with others; its own where it stands alone.
    #[must_use]
    pub fn base(&self) -> &Utf8Path {
        self.group.as_ref().unwrap_or(&self.home)
    }

    /// The folders that a command is given, as they are typed: nothing where they are the usual ones.
    #[must_use]
    pub fn typed(&self) -> String {
        let name = self.home.file_name().unwrap_or("home");
        match &self.group {
            Some(group) if group == CONTENT => format!(" --home {}", spaced(name)),
            Some(group) => format!(" {} --home {}", spaced(group.as_str()), spaced(name)),
            None => format!(" {}", spaced(self.home.as_str())),
        }
    }
}

/// A path as it is typed: in quotation marks where it has spaces.
#[must_use]
pub fn spaced(path: &str) -> String {
    if path.contains(' ') { format!("\"{path}\"") } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_the_homes_lies_what_is_private() {
        let place = Where::of("content/fernhollow".into(), false);
        assert_eq!((place.contacts().as_str(), place.top.as_str()), ("content/contacts", "."));
        assert_eq!(place.typed(), " --home fernhollow");
        let alone = Where::of("/srv/fernhollow".into(), false);
        assert_eq!((alone.contacts().as_str(), alone.top.as_str()), ("/srv/fernhollow/contacts", "/srv/fernhollow"));
        assert_eq!(alone.typed(), " /srv/fernhollow");
        let among = Where::of("homes/fernhollow".into(), true);
        assert_eq!((among.contacts().as_str(), among.typed().as_str()), ("homes/contacts", " homes --home fernhollow"));
    }
}
