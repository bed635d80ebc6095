//! From a care home's YAML: an accessible website, papers in print that people can read, and a pack for each resident; and a linter
//! for the wording of statements that are there already.
//!
//! # The roads
//!
//! Content travels one way, and each step takes the last one's type.
//!
//! ```text
//! A website and papers (build, paper)        A resident's pack (packs)                    A statement (lint)
//!
//! content/*.yaml, *.md                       private/residents/<home>/<id>.yaml           a Word file, ODT, PDF, web page, Markdown
//!    │ disk::read                               │ disk::private   for its owner alone        │ disk::statements
//! Sources   letters, in memory               Sources   of which no line is shown          bytes
//!    │ read::home   every mistake at once       │ read::resident   by line, unquoted         │ statement   each sentence with its place
//! Home   every Text knows its line           Resident   every Text is Personal            Prose  ◄── prose::composed: our own Documents
//!    │ compose  ◄── words, country, theme       │ as_agreed   without a yes it is not there  │ wording::check  ◄── rulebook, english, plain
//! Document, Paper: <Public>                  compose::pack  ◄── words/pack/, the Home      Remarks
//!    │ render   one format a file            Paper<Personal>                                 │ review   with lines, lists of what is known
//! Rendered<Public>   a path and its bytes       │ render                                  a report, on the terminal or as a file
//!    │ disk::Output   a home or nothing      Rendered<Personal>
//! output/<home>/                                │ disk::private   a pack or nothing
//!                                            private/packs/<home>/<id>/ ──► print_run
//! ```
//!
//! `make` walks the first two roads for whoever asks: `build`, `paper`, `packs`, `where`, `lint` on a home, and the tests. Papers are set
//! first, because pages say how long they are. `where` goes the first road back: `trace` finds a sentence in the Documents, and every word
//! of a Document knows the line of YAML and the line of a words file that it came from.
//!
//! Between `disk::read` and `disk::Output` everything is a pure function of values in memory: no clock, no file, no printing.
//!
//! # The rooms, from the ground up
//!
//! A room imports only rooms that stand before it. `tests/rooms.rs` reads the imports and holds the house to this order.
//!
//! **What everything stands on**
//!
//! - [`ours`]: the program’s own YAML into types: rules, lists of words, countries, themes
//! - [`limits`]: how much of anything is read, worked through or shown, in one table
//! - [`severity`]: how much a finding matters
//! - [`text`]: a text, the line it was written on, and the type of who may read it
//! - [`name`]: the names of what is made, as every disk and every address takes them
//! - [`finding`]: what the content needs: where, what is wrong, what to write instead
//! - [`source`]: the letters of every file that was read
//! - [`failure`]: what the machine could not do
//! - [`colour`]: the home’s own colour at 7:1 on any ground
//! - [`photograph`]: a photograph in the sizes of a page, with nothing of the camera’s left
//!
//! **What will be read, whatever it is about**
//!
//! - [`document`]: a page or a paper as a tree of headings, paragraphs, lists, contacts
//! - [`paper`]: a Document with its print: size, typeface, sheet, foot
//! - [`prose`]: any text as sentences with their places, for the linter
//!
//! **What is known**
//!
//! - [`country`]: a country’s inspector, ratings, Statement and law, as data
//! - [`home`]: what a home says about itself, one subject a file
//! - [`resident`]: what a record says: personal, always
//! - [`theme`]: which pages and papers there are, and the few fixed words of the layout
//! - [`keys`]: every key that can stand in a file, with its meaning, told by the types of a home and a record
//! - [`duties`]: what a home has to say, and who asks for it, as data
//!
//! **From letters to what is known**
//!
//! - [`read`]: YAML and Markdown into a home or a resident, every mistake at once
//! - [`statement`]: Word, ODT, PDF, HTML, Markdown and plain text into prose
//! - [`leftover`]: what is left over from a sample home: its words, names, numbers and photographs in another
//! - [`check`]: what a finished home or record lacks: references, what has run out, what is due
//! - [`enrol`]: the questions that begin a record
//! - [`beginning`]: the questions that begin a home, and the letters of its files
//!
//! **From what is known to what will be read**
//!
//! - [`words`]: the words files filled in, and Markdown into Documents
//! - [`compose`]: which pages, papers and packs there are, and what stands on each
//! - [`print_run`]: what the office hands to the printer
//! - [`trace`]: from words on a page back to the lines and facts that say them
//!
//! **From what will be read to bytes**
//!
//! - [`render`]: one format a file: website, PDF, text
//! - [`make`]: the one step from a home, or a record, to everything that is made from it
//! - [`sent`]: the Statement as it was sent to the regulator, what is different by now, and the regulator's form beside it
//! - [`inspection`]: what there is to say of a home before an inspector says it, its duties first
//!
//! **The linter**
//!
//! - [`rulebook`]: the rules and words of the linter, made ready when the program is built
//! - [`english`]: tokens, sentences and clauses
//! - [`remark`]: one thing the linter has to say
//! - [`reading`]: how hard a text is to read
//! - [`plain`]: what is counted: length, grade, initials, personal words
//! - [`wording`]: the rules laid over prose: remarks
//! - [`review`]: remarks with their lines, as people, teams and machines want them; mending; lists of what is known
//!
//! **The way in and out**
//!
//! - [`disk`]: the only room that touches files: content and private records in, finished homes and packs out
//! - [`report`]: findings and summaries as people read them in a terminal; the only file that prints
//! - [`command`]: what each command takes and tells
//! - [`wall`]: what the types forbid, as pairs of examples: the one that does not compile, and its twin that does

// What everything stands on.
pub mod ours;
pub mod limits;
pub mod severity;
pub mod text;
pub mod name;
pub mod finding;
pub mod source;
pub mod failure;
pub mod colour;
pub mod photograph;

// What will be read, whatever it is about.
pub mod document;
pub mod paper;
pub mod prose;

// What is known.
pub mod country;
pub mod home;
pub mod resident;
pub mod theme;
pub mod keys;
pub mod duties;

// From letters to what is known.
pub mod read;
pub mod statement;
pub mod leftover;
pub mod check;
pub mod enrol;
pub mod beginning;

// From what is known to what will be read.
pub mod words;
pub mod compose;
pub mod print_run;
pub mod trace;

// From what will be read to bytes.
pub mod render;
pub mod make;
pub mod sent;
pub mod inspection;

// The linter.
pub mod rulebook;
pub mod english;
pub mod remark;
pub mod reading;
pub mod plain;
pub mod wording;
pub mod review;

// The way in and out.
pub mod disk;
pub mod report;
pub mod command;
pub mod wall;
