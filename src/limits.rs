//! How much of anything is read, worked through or shown: every limit there is, in one table.
//!
//! Each lies far above what any honest home or statement has, and keeps the program from an input that would take all of a
//! machine. `docs/limits.md` shows the table; `tests/limits.rs` holds it to this file.

/// One limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is limited.
    pub what: &'static str,
    /// The most there may be.
    pub most: usize,
    /// What [`Self::most`] counts.
    pub unit: &'static str,
    /// Why there is a limit, and why it is no lower.
    pub why: &'static str,
    /// What is said of more; no full stop.
    pub said: &'static str,
    /// What to do about it; a sentence or two. Empty where there is nothing to do.
    pub help: &'static str,
}

impl Limit {
    /// Whether so many are too many.
    #[must_use]
    pub const fn is_passed_by(&self, count: usize) -> bool {
        count > self.most
    }

    /// The most, as sizes of files are counted.
    #[must_use]
    pub const fn bytes(&self) -> u64 {
        self.most as u64
    }
}

/// Markdown: quotes in quotes, lists in lists, bold in links.
pub const MARKDOWN_DEPTH: Limit = Limit {
    what: "Markdown within Markdown: quotations, lists, links, bold words",
    most: 32,
    unit: "levels",
    why: "A page is shown as deep as it is nested, and no reader follows more than four or five levels.",
    said: "quotations, lists or other parts stand too deep inside each other here",
    help: "Take some of the signs away (“>”, “-”, “*”, “[”), until each part stands in at most three others.",
};

/// A page or a contract in Markdown of a home's own, or a words file.
pub const HOME_MARKDOWN: Limit = Limit {
    what: "one Markdown file of a home",
    most: 256 * 1024,
    unit: "bytes",
    why: "It becomes one page and one paper. A long contract has 60,000.",
    said: "this file is longer than any page that people read",
    help: "Part it into several pages, one subject each.",
};

/// One file of YAML.
pub const YAML_FILE: Limit = Limit {
    what: "one YAML file",
    most: 1024 * 1024,
    unit: "bytes",
    why: "The largest of the sample homes has 13,000.",
    said: "this file is too large to be a home's file",
    help: "Keep each file to one subject, and to a few hundred lines.",
};

/// Keys and entries in one file of YAML.
pub const YAML_NODES: Limit = Limit {
    what: "keys and values in one YAML file",
    most: 10_000,
    unit: "keys and values",
    why: "A home of a hundred people has about a thousand in its largest file.",
    said: "there are far more keys here than a home's file has",
    help: "Look whether something was copied in by mistake. Keep each file to one subject.",
};

/// Lists and keys within each other.
pub const YAML_DEPTH: Limit = Limit {
    what: "lists and keys within each other in YAML",
    most: 64,
    unit: "levels",
    why: "A home's files need seven.",
    said: "lists and keys lie too deep inside each other here",
    help: "Write each thing out in its own place, and keep each file to one subject.",
};

/// One text after a key or a dash.
pub const TEXT: Limit = Limit {
    what: "one text in YAML",
    most: 20_000,
    unit: "letters",
    why: "That is seven pages of print. Each text is set in several papers, and setting takes memory by the letter.",
    said: "this text is longer than anybody reads in one go",
    help: "Say it in fewer words, or put it on a page of its own in the folder pages.",
};

/// Findings that are shown.
pub const FINDINGS: Limit = Limit {
    what: "findings shown at once",
    most: 200,
    unit: "findings",
    why: "A report of thousands of lines helps nobody. The first are mended first.",
    said: "more are not shown.",
    help: "Mend the first, then run the command again.",
};

/// What the linter has to say, in a terminal.
pub const REMARKS: Limit = Limit {
    what: "remarks of the linter shown in a terminal",
    most: 1_000,
    unit: "remarks",
    why: "Nobody reads on from there. The other formats are for programs, and hold them all.",
    said: "more are not shown.",
    help: "Change the first, then run the command again, or ask for --format json.",
};

/// Words files gone through for one page or paper.
pub const WORDS_WORK: Limit = Limit {
    what: "words files gone through for one page or paper: what stands in a “for” counts again each time",
    most: 2_000_000,
    unit: "letters",
    why: "The longest page of the plain theme goes through fewer than 100,000.",
    said: "filling in these words takes too long",
    help: "Look for a “for” inside another “for”, or for a file that includes itself many times over.",
};

/// What one words file may become.
pub const WORDS_PAGE: Limit = Limit {
    what: "the words of one page or paper, filled in",
    most: 1024 * 1024,
    unit: "bytes",
    why: "That is 150,000 words.",
    said: "these words come to far more than a page",
    help: "Look for a “for” inside another “for”, or for a file that is included many times over.",
};

/// One value that words files keep.
pub const WORDS_VALUE: Limit = Limit {
    what: "one value that a words file keeps with “set”, or makes with “replace” or “join”",
    most: 64 * 1024,
    unit: "letters",
    why: "A value that doubles from line to line fills any machine. The longest text of a home has 20,000 letters.",
    said: "this value has grown too long",
    help: "Keep a shorter text with “set”.",
};

/// One words file.
pub const WORDS_FILE: Limit = Limit {
    what: "one words file",
    most: 64 * 1024,
    unit: "bytes",
    why: "The longest of the plain theme has 7,000.",
    said: "this words file is too long",
    help: "Part it into several files and include them.",
};

/// Files included in files, and `if` and `for` in each other.
pub const WORDS_DEPTH: Limit = Limit {
    what: "words files that include each other in a row",
    most: 16,
    unit: "levels",
    why: "The plain theme needs four.",
    said: "words files include each other too deep here",
    help: "Put the words where they are included, so that fewer files stand between.",
};

/// Numbers that `range` gives.
pub const WORDS_RANGE: Limit = Limit {
    what: "numbers that “range” gives in a words file",
    most: 1_000,
    unit: "numbers",
    why: "A sheet to write on has thirty lines.",
    said: "“range” can give at most 1,000 numbers",
    help: "",
};

/// One paper.
pub const PAPER: Limit = Limit {
    what: "the words of one paper",
    most: 120_000,
    unit: "letters",
    why: "Setting takes memory by the letter. The longest paper of the sample homes, a whole Statement of Purpose, has fewer than 60,000.",
    said: "this home says so much here that a paper with it would have hundreds of pages",
    help: "Say it in fewer words, or part it into several files.",
};

/// A photograph, opened.
pub const PHOTOGRAPH: Limit = Limit {
    what: "a photograph, opened",
    most: 150 * 1024 * 1024,
    unit: "bytes",
    why: "That is a picture of 52 million pixels, as the largest of telephones take. It is known from the head of the file, before anything is opened.",
    said: "this picture has more pixels than a page can use",
    help: "Save it smaller: 2,000 pixels wide is plenty.",
};

/// A photograph's longer side.
pub const PHOTOGRAPH_SIDE: Limit = Limit {
    what: "a side of a photograph",
    most: 20_000,
    unit: "pixels",
    why: "More than any camera's.",
    said: PHOTOGRAPH.said,
    help: PHOTOGRAPH.help,
};

/// A file that is read as it is: a photograph, a statement.
pub const FILE: Limit = Limit {
    what: "any file that is opened",
    most: 32 * 1024 * 1024,
    unit: "bytes",
    why: "A photograph of today's cameras has 10 MB, a statement with its pictures rarely more.",
    said: "this file is larger than 32 MB",
    help: "A file of a home is a few pages long. Is it the right one?",
};

/// The letters of one statement.
pub const STATEMENT: Limit = Limit {
    what: "the words of one statement",
    most: 2_000_000,
    unit: "bytes",
    why: "That is 330,000 words, of many dozen statements.",
    said: "There is far more in it than in any statement: only the first part was read.",
    help: "",
};

/// A statement that is a file of letters.
pub const STATEMENT_LETTERS: Limit = Limit {
    what: "a statement in Markdown, plain text or HTML, with all its marks",
    most: 4 * 1024 * 1024,
    unit: "bytes",
    why: "Twice the most words that are read.",
    said: "there is far more in it than in any statement",
    help: "Check that it is the right file. If it is, save the words alone in a new document.",
};

/// One part of a document that is a zip.
pub const PACKED_PARTS: Limit = Limit {
    what: "parts of a Word or ODT document",
    most: 5_000,
    unit: "parts",
    why: "Each picture is one; a long report has a few hundred.",
    said: STATEMENT_LETTERS.said,
    help: STATEMENT_LETTERS.help,
};

/// What is unpacked of a document that is a zip.
pub const UNPACKED: Limit = Limit {
    what: "what is unpacked of a Word or ODT document, all parts together",
    most: 32 * 1024 * 1024,
    unit: "bytes",
    why: "Only words, styles and lists are unpacked, never pictures. A report of a hundred pages has 5 MB.",
    said: STATEMENT_LETTERS.said,
    help: STATEMENT_LETTERS.help,
};

/// Values of a PDF's objects.
pub const PDF_VALUES: Limit = Limit {
    what: "values in a PDF: numbers, names, texts, in the file and in its packed parts",
    most: 1_500_000,
    unit: "values",
    why: "Each becomes an object of a hundred bytes or more. A report of a hundred pages has fewer than 100,000.",
    said: STATEMENT_LETTERS.said,
    help: STATEMENT_LETTERS.help,
};

/// Fonts of a PDF.
pub const PDF_FONTS: Limit = Limit {
    what: "fonts of a PDF",
    most: 200,
    unit: "fonts",
    why: "A statement has a dozen.",
    said: PDF_DRAWINGS.said,
    help: "",
};

/// What is unpacked of the drawings of a PDF's pages.
pub const PDF_DRAWINGS: Limit = Limit {
    what: "what is unpacked of the pages of a PDF, all together",
    most: 12 * 1024 * 1024,
    unit: "bytes",
    why: "A page of words has 10,000.",
    said: "words on some pages could not be read",
    help: "",
};

/// Pages of a PDF.
pub const PDF_PAGES: Limit = Limit {
    what: "pages of a PDF",
    most: 2_000,
    unit: "pages",
    why: "A statement has dozens.",
    said: "only the first 2,000 pages were read",
    help: "",
};

/// Memory of the reader of one foreign document.
pub const READER_MEMORY: Limit = Limit {
    what: "the memory of the reader of one Word, ODT or PDF document",
    most: 512 * 1024 * 1024,
    unit: "bytes",
    why: "Each such document is read by a program of its own, so that what overruns ends that one alone.",
    said: "reading it took more memory or time than any statement does",
    help: "Check where it came from. Save the words alone in a new document, and try again with that.",
};

/// Time of the reader of one foreign document.
pub const READER_TIME: Limit = Limit {
    what: "the time that one Word, ODT or PDF document may take to be read",
    most: 10,
    unit: "seconds",
    why: "A statement takes less than one.",
    said: READER_MEMORY.said,
    help: READER_MEMORY.help,
};

/// Every limit, in the order in which a home and then a statement meets them.
pub const ALL: [&Limit; 28] = [
    &FILE,
    &YAML_FILE,
    &YAML_NODES,
    &YAML_DEPTH,
    &TEXT,
    &HOME_MARKDOWN,
    &MARKDOWN_DEPTH,
    &WORDS_FILE,
    &WORDS_DEPTH,
    &WORDS_WORK,
    &WORDS_VALUE,
    &WORDS_RANGE,
    &WORDS_PAGE,
    &PAPER,
    &PHOTOGRAPH,
    &PHOTOGRAPH_SIDE,
    &FINDINGS,
    &REMARKS,
    &STATEMENT_LETTERS,
    &STATEMENT,
    &PACKED_PARTS,
    &UNPACKED,
    &PDF_VALUES,
    &PDF_FONTS,
    &PDF_DRAWINGS,
    &PDF_PAGES,
    &READER_MEMORY,
    &READER_TIME,
];
