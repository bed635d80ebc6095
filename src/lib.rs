//! From a care home's YAML: an accessible website, and papers in print that people can read.
//!
//! Content travels one way, and each step takes the last one's type:
//!
//! ```text
//! content/*.yaml, *.md                   themes/plain             country/*.yaml
//!       │ disk::read                           │                          │
//!    Sources   letters, in memory              │                          │
//!       │ read::home     every mistake at once │                          │
//!     Home     every Text knows its line       │                          │
//!       │ compose::{website, statement}  ◄── words/ ──────────────────────┘
//!   Document<Public>, Paper<Public>   what will be read
//!       │ render::{website, pdf}  ◄── website/, pdf/, fonts/
//!   Rendered<Public>   a path and its bytes
//!       │ disk::Output   a whole home or nothing
//!    output/
//! ```
//!
//! A resident's record travels a road of its own, in types of its own, and never meets the other's end:
//!
//! ```text
//! private/residents/<home>/<id>.yaml
//!       │ disk::private                 for its owner alone
//!    Sources   of which no line is shown
//!       │ read::resident                mistakes by line, never by what stands there
//!    Resident   every Text is Personal
//!       │ as_agreed                     without a yes the fact is not there
//!       │ compose::pack  ◄── words/pack/, and what the Home says
//!   Paper<Personal>   the book, the sheets, the home's papers in their print
//!       │ render::{pdf, text}
//!   Rendered<Personal>
//!       │ disk::Private   a whole pack or nothing
//! private/packs/<home>/<id>/
//! ```
//!
//! Between `disk::read` and `disk::Output` everything is a pure function of values in memory: no clock, no file, no printing.

pub mod ours;

pub mod severity;

pub mod text;

pub mod wall;

pub mod source;

pub mod finding;

pub mod failure;

pub mod country;

pub mod home;

pub mod resident;

pub mod theme;

pub mod disk;

pub mod read;

pub mod check;

pub mod enrol;

pub mod document;

pub mod paper;

pub mod photograph;

pub mod colour;

pub mod words;

pub mod compose;

pub mod print_run;

pub mod render;

pub mod make;

pub mod prose;

pub mod statement;

pub mod reading;

pub mod rulebook;

pub mod english;

pub mod remark;

pub mod plain;

pub mod wording;

pub mod review;

pub mod trace;

pub mod report;

pub mod command;
