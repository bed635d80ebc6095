//! Many PDFs in one, for a printer: pages and nothing else. Bytes in, bytes out.
//!
//! Comes from: the papers of packs, one at a time. Goes to: one file for each colour of paper. What a printer has no use for stays
//! behind: tags, outlines, links, names and properties. The colour of the page stays behind as well, because the paper brings it.
//! The same papers in the same order give the same bytes.

mod ground;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream, StringFormat, Writer};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// How much one stream may unpack to.
const STREAM: usize = 32 * 1024 * 1024;
/// How many pages lie under one branch of the tree of pages.
const BRANCH: usize = 64;
/// How deep a page may lie in its own tree.
const DEEPEST: usize = 32;
/// What a page keeps; all but the contents may be said once for a whole branch.
const KEPT: [&[u8]; 5] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate", b"UserUnit"];
/// What leads from a page's things to tags and properties.
const DROPPED: [&[u8]; 5] = [b"StructParent", b"StructParents", b"Metadata", b"PieceInfo", b"LastModified"];
/// The object that everything begins with, and the trunk of the tree of pages.
const CATALOG: u32 = 1;
const TRUNK: u32 = 2;
/// A4, in points.
const A4: [f32; 4] = [0.0, 0.0, 595.276, 841.89];

/// A PDF that has been read.
pub struct Source {
    document: Document,
    pages: Vec<ObjectId>,
}

impl Source {
    /// Reads a PDF; none where it cannot be read to its end.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let options = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
        let document = Document::load_mem_with_options(bytes, options).ok()?;
        if document.is_encrypted() || document.xref_recovery.is_some() {
            return None;
        }
        let pages: Vec<ObjectId> = document.page_iter().collect();
        (!pages.is_empty()).then_some(Self { document, pages })
    }

    /// How many pages it has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Something a page says, or a branch it lies on.
    fn inherited(&self, page: ObjectId, key: &[u8]) -> Option<&Object> {
        let mut here = self.document.get_dictionary(page).ok()?;
        for _ in 0..DEEPEST {
            if let Ok(said) = here.get(key) {
                return Some(said);
            }
            here = here.get(b"Parent").and_then(|parent| self.document.dereference(parent)).ok()?.1.as_dict().ok()?;
        }
        None
    }

    /// The size of a page: left, bottom, right, top.
    fn size(&self, page: ObjectId) -> [f32; 4] {
        let said = self.inherited(page, b"MediaBox").and_then(|said| self.document.dereference(said).ok());
        let numbers = said.and_then(|(_, said)| said.as_array().ok()).map(|array| {
            array.iter().filter_map(|number| self.document.dereference(number).ok()?.1.as_float().ok()).collect()
        });
        numbers.and_then(|numbers: Vec<f32>| numbers.try_into().ok()).unwrap_or(A4)
    }

    /// What is drawn on a page, without the colour of the page; none where it is not drawn as our papers are.
    fn without_ground(&self, page: ObjectId) -> Option<Vec<u8>> {
        let contents = self.document.get_dictionary(page).ok()?.get(b"Contents").ok()?;
        let stream = self.document.dereference(contents).ok()?.1.as_stream().ok()?;
        let plain = stream.get_plain_content_with_limit(STREAM).ok()?;
        ground::without(&plain, self.size(page)).and_then(|plain| ground::packed(plain).ok())
    }
}

/// A PDF that is being put together. It keeps where each object begins, and none of what was written.
pub struct Joined<W: Write> {
    out: W,
    written: u64,
    /// Where each object begins; the first has number 1.
    begins: Vec<u64>,
    /// The branches of the tree of pages, each with its pages.
    branches: Vec<(u32, Vec<u32>)>,
    pages: usize,
    size: [f32; 4],
}

impl<W: Write> Joined<W> {
    /// Begins a PDF.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn new(out: W) -> io::Result<Self> {
        let mut joined =
            Self { out, written: 0, begins: vec![0; TRUNK as usize], branches: Vec::new(), pages: 0, size: A4 };
        joined.put(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
        Ok(joined)
    }

    /// How many pages it has so far.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// Adds pages of a PDF, counted from 0, beginning on the front of a sheet.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn add(&mut self, source: &Source, pages: Range<usize>) -> io::Result<()> {
        self.to_a_front()?;
        let end = pages.end.min(source.pages.len());
        let pages = &source.pages[pages.start.min(end)..end];
        let drawn: Vec<Option<Vec<u8>>> = pages.par_iter().map(|page| source.without_ground(*page)).collect();
        let mut copy = Copy { source, numbers: BTreeMap::new(), waiting: Vec::new() };
        for (page, drawn) in pages.iter().zip(drawn) {
            self.page(&mut copy, *page, drawn)?;
            while let Some((id, number)) = copy.waiting.pop() {
                let object = copy.object(id, &mut self.begins);
                self.object(number, &object)?;
            }
        }
        Ok(())
    }

    /// Leaves the back of a sheet blank where the next page would stand there.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn to_a_front(&mut self) -> io::Result<()> {
        if self.pages.is_multiple_of(2) {
            return Ok(());
        }
        let mut page = Dictionary::new();
        page.set("MediaBox", self.size.map(Object::Real).to_vec());
        page.set("Resources", Dictionary::new());
        self.hang(page)
    }

    /// Ends the PDF on the back of a sheet.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(mut self, title: &str) -> io::Result<W> {
        self.to_a_front()?;
        let mut limbs = Vec::new();
        for (branch, pages) in std::mem::take(&mut self.branches) {
            limbs.push(branch);
            let node = node(&pages, pages.len(), Some(TRUNK));
            self.object(branch, &node)?;
        }
        let trunk = node(&limbs, self.pages, None);
        self.object(TRUNK, &trunk)?;
        self.object(CATALOG, &catalog())?;
        let about = number(&mut self.begins);
        let mut said = Dictionary::new();
        said.set("Title", Object::String(title.as_bytes().to_vec(), StringFormat::Literal));
        said.set("Creator", Object::String(b"homepack".to_vec(), StringFormat::Literal));
        self.object(about, &Object::Dictionary(said))?;
        self.index(about)?;
        self.out.flush()?;
        Ok(self.out)
    }

    /// One page: what it keeps, and what is drawn on it.
    fn page(&mut self, copy: &mut Copy<'_>, page: ObjectId, drawn: Option<Vec<u8>>) -> io::Result<()> {
        let source = copy.source;
        let mut kept = Dictionary::new();
        for key in KEPT {
            if let Some(said) = source.inherited(page, key) {
                kept.set(key, copy.moved(said.clone(), &mut self.begins));
            }
        }
        self.size = source.size(page);
        match drawn {
            Some(bytes) => {
                let contents = number(&mut self.begins);
                let mut head = Dictionary::new();
                head.set("Filter", Object::Name(b"FlateDecode".to_vec()));
                self.object(contents, &Object::Stream(Stream::new(head, bytes)))?;
                kept.set("Contents", Object::Reference((contents, 0)));
            }
            None => {
                if let Ok(said) = source.document.get_dictionary(page).and_then(|page| page.get(b"Contents")) {
                    kept.set("Contents", copy.moved(said.clone(), &mut self.begins));
                }
            }
        }
        self.hang(kept)
    }

    /// Hangs a page into the tree.
    fn hang(&mut self, mut page: Dictionary) -> io::Result<()> {
        let leaf = number(&mut self.begins);
        if self.branches.last().is_none_or(|(_, pages)| pages.len() == BRANCH) {
            self.branches.push((number(&mut self.begins), Vec::new()));
        }
        if let Some((branch, pages)) = self.branches.last_mut() {
            page.set("Type", Object::Name(b"Page".to_vec()));
            page.set("Parent", Object::Reference((*branch, 0)));
            pages.push(leaf);
        }
        self.pages += 1;
        self.object(leaf, &Object::Dictionary(page))
    }

    /// Writes an object, and remembers where it begins.
    fn object(&mut self, number: u32, object: &Object) -> io::Result<()> {
        self.begins[number as usize - 1] = self.written;
        let mut bytes = format!("{number} 0 obj\n").into_bytes();
        Writer::write_object(&mut bytes, object)?;
        bytes.extend_from_slice(b"\nendobj\n");
        self.put(&bytes)
    }

    /// The list of where every object begins, which a reader looks at first.
    fn index(&mut self, about: u32) -> io::Result<()> {
        let at = self.written;
        let size = self.begins.len() + 1;
        let mut lines = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for begins in &self.begins {
            lines.push_str(&format!("{begins:010} 00000 n \n"));
        }
        lines.push_str(&format!(
            "trailer\n<</Size {size}/Root {CATALOG} 0 R/Info {about} 0 R>>\nstartxref\n{at}\n%%EOF\n"
        ));
        self.put(lines.as_bytes())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

/// Copies what pages need, each object once.
struct Copy<'a> {
    source: &'a Source,
    /// The new number of each object.
    numbers: BTreeMap<ObjectId, u32>,
    /// Objects that have a new number and are not written yet.
    waiting: Vec<(ObjectId, u32)>,
}

impl Copy<'_> {
    /// An object as it is written. Nothing leads back to the tree of pages, or to what a printer has no use for.
    fn object(&mut self, id: ObjectId, begins: &mut Vec<u64>) -> Object {
        let document = &self.source.document;
        let object = document.get_object(id).cloned().unwrap_or(Object::Null);
        let about_pages = object.as_dict().is_ok_and(|dictionary| {
            [b"Page".as_slice(), b"Pages", b"Catalog", b"StructElem"].iter().any(|kind| dictionary.has_type(kind))
        });
        if about_pages { Object::Null } else { self.moved(object, begins) }
    }

    /// The same with the new numbers in it.
    fn moved(&mut self, object: Object, begins: &mut Vec<u64>) -> Object {
        match object {
            Object::Reference(id) => Object::Reference((self.number(id, begins), 0)),
            Object::Array(entries) => {
                Object::Array(entries.into_iter().map(|entry| self.moved(entry, begins)).collect())
            }
            Object::Dictionary(entries) => Object::Dictionary(self.entries(&entries, begins)),
            Object::Stream(stream) => {
                let entries = self.entries(&stream.dict, begins);
                Object::Stream(Stream::new(entries, stream.content))
            }
            plain => plain,
        }
    }

    fn entries(&mut self, entries: &Dictionary, begins: &mut Vec<u64>) -> Dictionary {
        let mut moved = Dictionary::new();
        for (key, value) in entries {
            // A stream says its length when it is written.
            let length = key == b"Length" && matches!(value, Object::Reference(_));
            if !length && !DROPPED.contains(&key.as_slice()) {
                moved.set(key.clone(), self.moved(value.clone(), begins));
            }
        }
        moved
    }

    fn number(&mut self, id: ObjectId, begins: &mut Vec<u64>) -> u32 {
        let waiting = &mut self.waiting;
        *self.numbers.entry(id).or_insert_with(|| {
            let number = number(begins);
            waiting.push((id, number));
            number
        })
    }
}

/// The next number of an object.
fn number(begins: &mut Vec<u64>) -> u32 {
    begins.push(0);
    u32::try_from(begins.len()).unwrap_or(u32::MAX)
}

/// A branch of the tree of pages, or its trunk.
fn node(kids: &[u32], pages: usize, parent: Option<u32>) -> Object {
    let mut node = Dictionary::new();
    node.set("Type", Object::Name(b"Pages".to_vec()));
    node.set("Count", i64::try_from(pages).unwrap_or(i64::MAX));
    node.set("Kids", kids.iter().map(|kid| Object::Reference((*kid, 0))).collect::<Vec<_>>());
    if let Some(parent) = parent {
        node.set("Parent", Object::Reference((parent, 0)));
    }
    Object::Dictionary(node)
}

/// What a printer's dialogue begins with: true size, both sides, turned on the long edge.
fn catalog() -> Object {
    let name = |name: &str| Object::Name(name.as_bytes().to_vec());
    let mut wishes = Dictionary::new();
    wishes.set("PrintScaling", name("None"));
    wishes.set("Duplex", name("DuplexFlipLongEdge"));
    let mut catalog = Dictionary::new();
    catalog.set("Type", name("Catalog"));
    catalog.set("Pages", Object::Reference((TRUNK, 0)));
    catalog.set("ViewerPreferences", wishes);
    Object::Dictionary(catalog)
}

#[cfg(test)]
mod tests;
