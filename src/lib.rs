//! From a care home's YAML: an accessible website, and papers in print that people can read.
//!
//! Content travels one way, and each step takes the last one's type:
//!
//! ```text
//! content/*.yaml, *.md                   themes/plain             regulation/*.yaml
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
//! Between `disk::read` and `disk::Output` everything is a pure function of values in memory: no clock, no file, no printing.

pub mod text;

pub mod wall;

pub mod source;

pub mod finding;

pub mod failure;

pub mod regulation;

pub mod home;

pub mod resident;

pub mod theme;

pub mod disk;

pub mod read;

pub mod document;

pub mod paper;

pub mod photograph;

pub mod colour;

pub mod compose;

pub mod reading;

pub mod prose;

pub mod wording;

pub mod review;

pub mod trace;

pub mod render;

pub mod report;

pub mod command;
