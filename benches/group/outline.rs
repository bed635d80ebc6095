//! YAML as lines that hang on lines: enough to put things in another order or leave them out, in the form people write.

/// A line and those that stand further in below it.
#[derive(Clone)]
pub(crate) struct Branch {
    line: String,
    pub(crate) below: Vec<Branch>,
}

/// The branches of a file. Comments are not taken along: they speak of the home that they were written for.
pub(crate) fn read(letters: &str) -> Vec<Branch> {
    let mut lines =
        letters.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')).peekable();
    let mut branches = Vec::new();
    while let Some(line) = lines.next() {
        branches.push(branch(line, &mut lines));
    }
    branches
}

fn branch<'a>(line: &str, lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> Branch {
    let mut below = Vec::new();
    while let Some(next) = lines.next_if(|next| depth(next) > depth(line)) {
        below.push(branch(next, lines));
    }
    Branch { line: line.to_owned(), below }
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The letters of some branches.
pub(crate) fn written(branches: &[Branch]) -> String {
    branches.iter().map(|branch| format!("{}\n{}", branch.line, written(&branch.below))).collect::<Vec<_>>().concat()
}

impl Branch {
    /// The key before the colon; nothing where there is none.
    pub(crate) fn key(&self) -> &str {
        let words = self.line.trim_start().trim_start_matches("- ");
        words.split_once(':').map_or("", |(key, _)| key)
    }

    /// Whether it is a list.
    pub(crate) fn is_list(&self) -> bool {
        self.line.ends_with(':') && self.below.iter().all(|entry| entry.line.trim_start().starts_with("- "))
    }

    /// Whether it is a sentence in a list and nothing else.
    pub(crate) fn is_sentence(&self) -> bool {
        let words = self.line.trim_start().strip_prefix("- ").unwrap_or_default();
        self.below.is_empty() && words.starts_with(char::is_uppercase) && words.ends_with('.')
    }
}
