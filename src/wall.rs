//! What a resident's text cannot do: a page for whoever changes homepack, and a proof, because each of these is tried at every test.
//!
//! Of each pair the first does not compile. The second differs from it in one place, which makes it public or leaves the inside
//! alone, and compiles: so the first fails for that reason and no other. `tests/privacy.rs` sees to it that every pair is one.
//!
//! Types stop accidents. What they cannot stop, a field that is declared wrongly, the canary words of `tests/privacy.rs` find.
//!
//! Its letters cannot be taken out.
//!
//! ```compile_fail,E0599
//! use homepack::text::*;
//!
//! fn letters(text: &Text<Personal>) -> &str {
//!     text.as_str()
//! }
//! ```
//!
//! ```no_run
//! use homepack::text::*;
//!
//! fn letters(text: &Text<Public>) -> &str {
//!     text.as_str()
//! }
//! ```
//!
//! It cannot be written into a line.
//!
//! ```compile_fail,E0277
//! use homepack::text::*;
//!
//! fn line(text: &Text<Personal>) -> String {
//!     format!("Ask {text} today")
//! }
//! ```
//!
//! ```no_run
//! use homepack::text::*;
//!
//! fn line(text: &Text<Public>) -> String {
//!     format!("Ask {text} today")
//! }
//! ```
//!
//! It never becomes a text that anybody may read.
//!
//! ```compile_fail,E0277
//! use homepack::text::*;
//!
//! fn widened(text: Text<Personal>) -> Text<Public> {
//!     text.into()
//! }
//! ```
//!
//! ```no_run
//! use homepack::text::*;
//!
//! fn widened(text: Text<Public>) -> Text<Public> {
//!     text.into()
//! }
//! ```
//!
//! It cannot stand in a message.
//!
//! ```compile_fail,E0599
//! use homepack::finding::Finding;
//! use homepack::text::*;
//!
//! fn message(text: &Text<Personal>) -> Finding {
//!     Finding::error(text.span(), text.to_string(), "Write it another way.")
//! }
//! ```
//!
//! ```no_run
//! use homepack::finding::Finding;
//! use homepack::text::*;
//!
//! fn message(text: &Text<Public>) -> Finding {
//!     Finding::error(text.span(), text.to_string(), "Write it another way.")
//! }
//! ```
//!
//! A finding about a record takes words of our own code, and none that were made elsewhere: those may be a resident's.
//!
//! ```compile_fail,E0277
//! use homepack::finding::Finding;
//! use homepack::text::*;
//!
//! fn message(place: Span, written: String) -> Finding<Personal> {
//!     Finding::error(place, written, "Write it another way.")
//! }
//! ```
//!
//! ```no_run
//! use homepack::finding::Finding;
//! use homepack::text::*;
//!
//! fn message(place: Span, written: String) -> Finding<Public> {
//!     Finding::error(place, written, "Write it another way.")
//! }
//! ```
//!
//! Nor words that anybody may read, unless they are quoted: a quotation about a record is silent.
//!
//! ```compile_fail,E0277
//! use homepack::finding::Message;
//! use homepack::text::*;
//!
//! fn message(text: &Text<Public>) -> Message<Personal> {
//!     text.as_str().to_owned().into()
//! }
//! ```
//!
//! ```no_run
//! use homepack::finding::Message;
//! use homepack::text::*;
//!
//! fn message(text: &Text<Public>) -> Message<Public> {
//!     text.as_str().to_owned().into()
//! }
//! ```
//!
//! What a date or a number says of letters it cannot take is not shown before it is known who reads it.
//!
//! ```compile_fail,E0599
//! use homepack::finding::{Draft, Message};
//! use homepack::text::*;
//!
//! fn shown(quoting: &Draft) -> String {
//!     quoting.to_string()
//! }
//! ```
//!
//! ```no_run
//! use homepack::finding::{Draft, Message};
//! use homepack::text::*;
//!
//! fn shown(quoting: &Message<Personal>) -> String {
//!     quoting.to_string()
//! }
//! ```
//!
//! A message about a record never becomes one that anybody may read.
//!
//! ```compile_fail,E0308
//! use homepack::finding::Finding;
//! use homepack::text::*;
//!
//! fn told(findings: &mut Vec<Finding<Public>>, finding: Finding<Personal>) {
//!     findings.push(finding);
//! }
//! ```
//!
//! ```no_run
//! use homepack::finding::Finding;
//! use homepack::text::*;
//!
//! fn told(findings: &mut Vec<Finding<Public>>, finding: Finding<Public>) {
//!     findings.push(finding);
//! }
//! ```
//!
//! The keys and words of a record are not read as those of a home, whose messages quote.
//!
//! ```compile_fail,E0308
//! use homepack::finding::Finding;
//! use homepack::read::{shape, yaml};
//! use homepack::text::*;
//!
//! fn found(record: &yaml::Record) -> Vec<Finding> {
//!     shape::read::<Vec<Text<Personal>>>(record).1
//! }
//! ```
//!
//! ```no_run
//! use homepack::finding::Finding;
//! use homepack::read::{shape, yaml};
//! use homepack::text::*;
//!
//! fn found(record: &yaml::Node) -> Vec<Finding> {
//!     shape::read::<Vec<Text<Personal>>>(record).1
//! }
//! ```
//!
//! Nor in the reason why a command stops.
//!
//! ```compile_fail,E0599
//! use homepack::failure::Failure;
//! use homepack::text::*;
//!
//! fn failure(text: &Text<Personal>) -> Failure {
//!     Failure::Asked(text.to_string())
//! }
//! ```
//!
//! ```no_run
//! use homepack::failure::Failure;
//! use homepack::text::*;
//!
//! fn failure(text: &Text<Public>) -> Failure {
//!     Failure::Asked(text.to_string())
//! }
//! ```
//!
//! It cannot be made into a file for everybody.
//!
//! ```compile_fail,E0599
//! use homepack::render::Rendered;
//! use homepack::text::*;
//!
//! fn file(text: &Text<Personal>) -> Rendered<Public> {
//!     Rendered::public("index.html", text.as_str())
//! }
//! ```
//!
//! ```no_run
//! use homepack::render::Rendered;
//! use homepack::text::*;
//!
//! fn file(text: &Text<Public>) -> Rendered<Public> {
//!     Rendered::public("index.html", text.as_str())
//! }
//! ```
//!
//! The letters of a resident’s document cannot be taken out.
//!
//! ```compile_fail,E0308
//! use homepack::document::{Document, letters};
//! use homepack::text::*;
//!
//! fn title(document: &Document<Personal>) -> String {
//!     letters(&document.title)
//! }
//! ```
//!
//! ```no_run
//! use homepack::document::{Document, letters};
//! use homepack::text::*;
//!
//! fn title(document: &Document<Public>) -> String {
//!     letters(&document.title)
//! }
//! ```
//!
//! It is no page of a website, which is all that `render::website::render` takes.
//!
//! ```compile_fail,E0308
//! use homepack::compose::page::Page;
//! use homepack::document::Document;
//! use homepack::text::*;
//!
//! fn page(page: &mut Page, document: Document<Personal>) {
//!     page.document = document;
//! }
//! ```
//!
//! ```no_run
//! use homepack::compose::page::Page;
//! use homepack::document::Document;
//! use homepack::text::*;
//!
//! fn page(page: &mut Page, document: Document<Public>) {
//!     page.document = document;
//! }
//! ```
//!
//! It is no paper of the home’s, which is all that `compose::papers` gives out.
//!
//! ```compile_fail,E0308
//! use homepack::compose::sheet::ToPrint;
//! use homepack::paper::Paper;
//! use homepack::text::*;
//!
//! fn paper(to_print: &mut ToPrint, paper: Paper<Personal>) {
//!     to_print.paper = paper;
//! }
//! ```
//!
//! ```no_run
//! use homepack::compose::sheet::ToPrint;
//! use homepack::paper::Paper;
//! use homepack::text::*;
//!
//! fn paper(to_print: &mut ToPrint, paper: Paper<Public>) {
//!     to_print.paper = paper;
//! }
//! ```
//!
//! It is nothing that the linter reads and shows.
//!
//! ```compile_fail,E0308
//! use homepack::document::Document;
//! use homepack::prose::{Prose, composed};
//! use homepack::text::*;
//!
//! fn prose(document: &Document<Personal>) -> Prose {
//!     composed::document("book", document)
//! }
//! ```
//!
//! ```no_run
//! use homepack::document::Document;
//! use homepack::prose::{Prose, composed};
//! use homepack::text::*;
//!
//! fn prose(document: &Document<Public>) -> Prose {
//!     composed::document("book", document)
//! }
//! ```
//!
//! A resident’s file does not lie among those of a website.
//!
//! ```compile_fail,E0308
//! use homepack::render::Rendered;
//! use homepack::text::*;
//!
//! fn file(files: &mut Vec<Rendered<Public>>, file: Rendered<Personal>) {
//!     files.push(file);
//! }
//! ```
//!
//! ```no_run
//! use homepack::render::Rendered;
//! use homepack::text::*;
//!
//! fn file(files: &mut Vec<Rendered<Public>>, file: Rendered<Public>) {
//!     files.push(file);
//! }
//! ```
//!
//! It is not put into the output.
//!
//! ```compile_fail,E0308
//! use homepack::disk::Output;
//! use homepack::failure::Failure;
//! use homepack::render::{FORMATS, InFormat, Rendered};
//! use homepack::text::*;
//!
//! fn put(output: &Output, files: Vec<Rendered<Personal>>) -> Result<(), Failure> {
//!     output.home("rowan", &[InFormat { format: FORMATS[0], files }], &[], &[])
//! }
//! ```
//!
//! ```no_run
//! use homepack::disk::Output;
//! use homepack::failure::Failure;
//! use homepack::render::{FORMATS, InFormat, Rendered};
//! use homepack::text::*;
//!
//! fn put(output: &Output, files: Vec<Rendered<Public>>) -> Result<(), Failure> {
//!     output.home("rowan", &[InFormat { format: FORMATS[0], files }], &[], &[])
//! }
//! ```
//!
//! A document for everybody cannot hold a block of a resident’s.
//!
//! ```compile_fail,E0308
//! use homepack::document::{Block, Document};
//! use homepack::text::*;
//!
//! fn block(document: &mut Document<Public>, block: Block<Personal>) {
//!     document.blocks.push(block);
//! }
//! ```
//!
//! ```no_run
//! use homepack::document::{Block, Document};
//! use homepack::text::*;
//!
//! fn block(document: &mut Document<Public>, block: Block<Public>) {
//!     document.blocks.push(block);
//! }
//! ```
//!
//! A day, a sum or a number in a record shows nothing.
//!
//! ```compile_fail,E0277
//! use homepack::home::date::Date;
//! use homepack::resident::Confidential;
//!
//! fn line(day: &Confidential<Date>) -> String {
//!     format!("Born on {day}")
//! }
//! ```
//!
//! ```no_run
//! use homepack::home::date::Date;
//! use homepack::resident::Confidential;
//!
//! fn line(day: &Date) -> String {
//!     format!("Born on {day}")
//! }
//! ```
//!
//! Nobody outside the crate looks inside one.
//!
//! ```compile_fail,E0624
//! use homepack::home::date::Date;
//! use homepack::resident::Confidential;
//!
//! fn looked(day: &Confidential<Date>) -> bool {
//!     *day.inside() == *day.inside()
//! }
//! ```
//!
//! ```no_run
//! use homepack::home::date::Date;
//! use homepack::resident::Confidential;
//!
//! fn looked(day: &Confidential<Date>) -> bool {
//!     *day == *day
//! }
//! ```
//!
//! Nor at the letters of a text.
//!
//! ```compile_fail,E0624
//! use homepack::text::*;
//!
//! fn looked(text: &Text<Personal>) -> usize {
//!     text.inside().len()
//! }
//! ```
//!
//! ```no_run
//! use homepack::text::*;
//!
//! fn looked(text: &Text<Personal>) -> usize {
//!     text.span().line as usize
//! }
//! ```
