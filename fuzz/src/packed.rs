//! Words put into documents that are otherwise sound, so that tries reach the words and do not all end at the zip.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A Word file whose body is these letters.
pub(crate) fn word(body: &[u8]) -> Vec<u8> {
    let before = br#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
    zipped(&[("[Content_Types].xml", b"<Types/>".to_vec()), ("word/document.xml", [before, body, b"</w:body></w:document>"].concat())])
}

/// An ODT file whose text is these letters.
pub(crate) fn odt(text: &[u8]) -> Vec<u8> {
    let before = br#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>"#;
    let after = b"</office:text></office:body></office:document-content>";
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text".to_vec()), ("content.xml", [before, text, after].concat())])
}

fn zipped(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("the zip is whole").into_inner()
}
