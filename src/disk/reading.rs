//! Content folders into memory: every file in them is read, or something is said of it.

use std::collections::BTreeSet;
use std::io::Read as _;

use camino::{Utf8Path, Utf8PathBuf};

use super::look::{Kind, kind};
use super::passed_over;
use super::walk::{Answer, Found, HOME, Hindrance, Links, is_home, is_home_file, walk};
use crate::failure::Failure;
use crate::finding::{Finding, Severity};
use crate::limits::FILE;
use crate::read::belongs::{Becomes, Told, beside_homes, hides_a_home, in_home, is_of_a_home};
use crate::read::{Content, Place, SHARED};
use crate::text::Span;

/// How many folders above a single home may hold what it shares.
const ABOVE: usize = 3;
/// What homepack makes beside the homes: no home can be called so.
const MADE_BESIDE: [&str; 2] = ["index.html", "readme.md"];

/// Reads a group of homes, or a single home.
///
/// # Errors
/// Where there is no such folder, or no home in it.
pub fn read(dir: &Utf8Path) -> Result<Content, Failure> {
    if !dir.is_dir() {
        return Err(Failure::NoFolder(dir.to_owned()));
    }
    let above = above(dir);
    // What a home shares with others may be a link to the folder that they share.
    let links = Links::Within(above.last().map_or(dir, |folder| folder.as_path()));
    let mut content = Content { folder: dir.to_owned(), ..Content::default() };
    for folder in &above {
        for shared in SHARED.iter().map(|shared| folder.join(shared)).filter(|shared| shared.is_dir()) {
            Taking::new(&mut content, folder, &walk(&shared, links), true).all();
        }
    }
    let found = walk(dir, links);
    let mut homes = homes(dir, &found);
    Taking::new(&mut content, dir, &found, false).all();
    homes.sort();
    content.same_name(&homes);
    content.homes = homes.into_iter().map(|home| place(&home, dir, &above)).collect();
    if content.homes.is_empty() { Err(no_home(dir, &content)) } else { Ok(content) }
}

/// The folders of the homes among what was found.
fn homes(dir: &Utf8Path, found: &[Found]) -> Vec<Utf8PathBuf> {
    let files = found.iter().filter(|found| matches!(found.answer, Answer::File) && is_home_file(&found.path));
    let homes: BTreeSet<Utf8PathBuf> = files.map(|found| found.path.parent().unwrap_or(dir).to_owned()).collect();
    homes.into_iter().collect()
}

/// There is no home, with what may be why.
fn no_home(dir: &Utf8Path, content: &Content) -> Failure {
    let told = content.findings.iter().filter_map(|finding| {
        let path = &content.sources.get(finding.span.file)?.path;
        (finding.severity == Severity::Error || is_home(path)).then(|| {
            format!(
                "\n{path}: {}. {}",
                finding.message,
                finding.help.as_ref().map(ToString::to_string).unwrap_or_default()
            )
        })
    });
    match told.reduce(|all, one| all + &one) {
        None => Failure::NoHome(dir.to_owned()),
        Some(told) => Failure::NoHomeYet { dir: dir.to_owned(), told },
    }
}

/// Where a home's files lie: its folder, the folders between it and the one that was named, and those above that.
fn place(home: &Utf8Path, dir: &Utf8Path, above: &[Utf8PathBuf]) -> Place {
    let between = home.ancestors().skip(1).take_while(|folder| folder.starts_with(dir)).filter(|_| home != dir);
    Place::new(home.to_owned(), between.map(Utf8Path::to_owned).chain(above.iter().cloned()).collect())
}

/// The folders above one, nearest first, for as long as each shares something.
fn above(dir: &Utf8Path) -> Vec<Utf8PathBuf> {
    let mut out = Vec::new();
    let mut folder = dir.to_owned();
    for _ in 0..ABOVE {
        folder = match folder.parent() {
            Some(parent) if !parent.as_str().is_empty() => parent.to_owned(),
            Some(_) => Utf8PathBuf::from("."),
            None => break,
        };
        // A home's own folder is not a group.
        if is_home(&folder) || !SHARED.iter().any(|shared| folder.join(shared).is_dir()) || out.contains(&folder) {
            break;
        }
        out.push(folder.clone());
    }
    out
}

impl Content {
    /// Notes homes that would be made in one folder, and those that would lie where something else does.
    fn same_name(&mut self, homes: &[Utf8PathBuf]) {
        // As they are made: a folder whose name gives none is called “home” there, and so may another be.
        let name = |path: &Utf8Path| Place::new(path.to_owned(), Vec::new()).as_name().folded();
        for (i, home) in homes.iter().enumerate() {
            let first = homes[..i].iter().find(|other| name(other) == name(home));
            let own = home.file_name().unwrap_or_default();
            let Some((file, _)) = self.sources.at(&home.join(HOME)) else { continue };
            let mut told = |what: String, help: String| {
                self.findings.push(Finding::error(Span { file, line: 1, column: 1, width: 1 }, what, help));
            };
            match first {
                Some(first) if first.file_name().is_some_and(|other| other.to_lowercase() == own.to_lowercase()) => {
                    told(
                        format!("two homes have a folder called {own}"),
                        format!("Give this folder another name. The first is {first}."),
                    )
                }
                Some(first) => told(
                    "the folders of two homes would become one where they are made".to_owned(),
                    format!("Give this folder another name. The first is {first}."),
                ),
                None if MADE_BESIDE.contains(&name(home).as_str()) => told(
                    format!("no home’s folder can be called {own}: homepack makes a file of that name"),
                    "Give this folder another name.".to_owned(),
                ),
                None => {}
            }
        }
    }
}

/// What was found in a folder, on its way into the content.
struct Taking<'a> {
    content: &'a mut Content,
    /// The folder that was walked, or the group's whose shared folder was.
    dir: &'a Utf8Path,
    found: &'a [Found],
    homes: Vec<Utf8PathBuf>,
    /// Every file and folder, to see what lies beside another.
    there: BTreeSet<&'a Utf8Path>,
    /// Whether it is a folder that homes share.
    shared: bool,
    /// Folders of which everything has been said.
    told: BTreeSet<Utf8PathBuf>,
}

impl<'a> Taking<'a> {
    fn new(content: &'a mut Content, dir: &'a Utf8Path, found: &'a [Found], shared: bool) -> Self {
        let there = found.iter().map(|found| found.path.as_path()).collect();
        Self { content, dir, found, homes: homes(dir, found), there, shared, told: BTreeSet::new() }
    }

    /// Takes everything: what is a home's is read, and of the rest something is said.
    fn all(mut self) {
        for found in self.found {
            match &found.answer {
                Answer::File => self.file(&found.path),
                Answer::Folder => self.folder(&found.path),
                Answer::Hindered(why) => self.hindered(&found.path, why),
                Answer::PassedOver => self.passed_over(&found.path),
            }
        }
    }

    /// Something that is passed over. A home’s folder that is called as programs call what they leave, `rowan.bak`, is told of: it may be
    /// a copy, and it may be somebody’s home.
    fn passed_over(&mut self, path: &Utf8Path) {
        let as_a_file = path.file_name().is_some_and(|name| passed_over::why(name, false).is_some());
        if as_a_file && kind(path) == Kind::Folder && is_home(path) {
            self.tell(path, &Told::called_as_litter());
        }
    }

    /// The home's folder, or the one that shares with homes, that something belongs to; none where it lies beside homes.
    fn base(&self, path: &Utf8Path) -> Option<Utf8PathBuf> {
        if let Some(home) = path.ancestors().skip(1).find(|folder| self.homes.iter().any(|home| home == folder)) {
            return Some(home.to_owned());
        }
        let group = self.group(path);
        let first = path.strip_prefix(&group).ok()?.components().next()?.as_str().to_lowercase();
        let is_inside = path.parent() != Some(&group);
        (is_inside && SHARED.contains(&first.as_str())).then_some(group)
    }

    /// The nearest folder above something that has homes in it, or was named.
    fn group(&self, path: &Utf8Path) -> Utf8PathBuf {
        let holds_homes = |folder: &&Utf8Path| self.homes.iter().any(|home| home.starts_with(folder));
        let mut above = path.ancestors().skip(1).take_while(|folder| folder.starts_with(self.dir));
        above.find(|folder| holds_homes(folder) && !self.shared).unwrap_or(self.dir).to_owned()
    }

    fn file(&mut self, path: &Utf8Path) {
        let folder = path.parent().unwrap_or(self.dir);
        let beside = |name: &str| self.there.contains(folder.join(name).as_path());
        let Some(base) = self.base(path) else { return self.beside_homes(path) };
        match in_home(path.strip_prefix(&base).unwrap_or(path), &beside) {
            Becomes::Letters(inside) => self.letters(base.join(inside), path),
            Becomes::Picture(inside) => self.picture(base.join(inside), path),
            Becomes::Typeface(inside) => match fs_err::read(path) {
                Ok(bytes) => self.content.sources.add_typeface(base.join(inside), bytes),
                Err(error) => self.hindered(path, &Hindrance::Closed(error.into())),
            },
            Becomes::Sent(inside) => self.sent(base.join(inside), path),
            Becomes::OtherPicture(inside) => {
                let number = self.content.sources.mention(path.to_owned());
                self.content.sources.add_other_picture(base.join(inside), number);
            }
            Becomes::Told(told) => self.tell(path, &told),
            Becomes::PassedOver(_) => {}
        }
    }

    /// A file in no home's folder: said once for each folder that is no home.
    fn beside_homes(&mut self, path: &Utf8Path) {
        let group = self.group(path);
        let inside = path.strip_prefix(&group).unwrap_or(path);
        let mut parts = inside.components();
        let (first, name) = (parts.next(), path.file_name().unwrap_or_default());
        if parts.next().is_none() {
            let beside = |name: &str| self.there.contains(group.join(name).as_path());
            match beside_homes(name, &beside) {
                Becomes::Told(told) => self.tell(path, &told),
                Becomes::Letters(_)
                | Becomes::Picture(_)
                | Becomes::Typeface(_)
                | Becomes::Sent(_)
                | Becomes::OtherPicture(_)
                | Becomes::PassedOver(_) => {}
            }
            return;
        }
        let folder = group.join(first.map_or("", |first| first.as_str()));
        if let Some(told) = hides_a_home(name) {
            self.tell(path, &told);
            self.told.insert(folder);
            return;
        }
        if self.told.insert(folder.clone()) {
            let below = |found: &&Found| found.path.parent() == Some(&folder) && matches!(found.answer, Answer::File);
            let mut names = self.found.iter().filter(below).filter_map(|found| found.path.file_name());
            let told = if names.any(is_of_a_home) { Told::no_home() } else { Told::no_home_at_all() };
            self.tell(&folder, &told);
        }
    }

    /// A folder that is called as a file is.
    fn folder(&mut self, path: &Utf8Path) {
        let Some(base) = self.base(path) else { return };
        let inside = path.strip_prefix(&base).unwrap_or(path);
        if matches!(in_home(inside, &|_| false), Becomes::Letters(_) | Becomes::Picture(_) | Becomes::Typeface(_)) {
            self.tell(path, &Told::folder_called_as_a_file());
        }
    }

    fn hindered(&mut self, path: &Utf8Path, why: &Hindrance) {
        self.tell(path, &Told::lost(format!("this is not read, because {why}"), why.help()));
    }

    fn tell(&mut self, path: &Utf8Path, told: &Told) {
        let number = self.content.sources.mention(path.to_owned());
        self.content.findings.push(told.finding(number));
    }

    fn picture(&mut self, known_as: Utf8PathBuf, path: &Utf8Path) {
        // Of one that is too large only so much is read that this can be seen.
        let mut bytes = Vec::new();
        let read = fs_err::File::open(path).and_then(|file| file.take(FILE.bytes() + 1).read_to_end(&mut bytes));
        match read {
            Ok(_) => self.content.sources.add_picture(known_as, bytes),
            Err(error) => self.hindered(path, &Hindrance::Closed(error.into())),
        }
    }

    /// Takes one file's letters, or notes why not.
    fn letters(&mut self, known_as: Utf8PathBuf, path: &Utf8Path) {
        if let Some((first, _)) = self.content.sources.at(&known_as) {
            let first =
                self.content.sources.get(first).and_then(|first| first.path.file_name()).unwrap_or_default().to_owned();
            return self.tell(path, &Told::second(&first));
        }
        match letters_of(path) {
            Ok(letters) => {
                self.content.sources.add_as(known_as, path.to_owned(), &letters);
            }
            Err(told) => self.tell(path, &told),
        }
    }

    /// Takes a Statement as it was sent. Where it cannot be read, nothing is compared with it: what is made of the home rests on no
    /// such file.
    fn sent(&mut self, known_as: Utf8PathBuf, path: &Utf8Path) {
        match letters_of(path) {
            Ok(letters) => self.content.sources.add_sent(known_as, path.to_owned(), &letters),
            Err(told) => self.tell(path, &told.lightly()),
        }
    }
}

/// The letters of a file, or what is said of one that has none that can be read.
fn letters_of(path: &Utf8Path) -> Result<String, Told> {
    let closed = |error: std::io::Error| {
        let why = Hindrance::Closed(error.into());
        Told::lost(format!("this is not read, because {why}"), why.help())
    };
    if fs_err::metadata(path).map_err(closed)?.len() > FILE.bytes() {
        return Err(Told::lost(FILE.said, FILE.help));
    }
    String::from_utf8(fs_err::read(path).map_err(closed)?).map_err(|_| {
        Told::lost("this file is not written in UTF-8", "Open it, choose “Save as”, and pick UTF-8 as its encoding.")
    })
}
